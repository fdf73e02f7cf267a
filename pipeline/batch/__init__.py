"""The papers of many units from one input: rows, plan, executor, workers, cluster, report.

`runner` reads as the list of steps. Only what changed is made; a bad row stops no other. Here too: the
incremental plan and its reasons, the process pool, Dask, and the page `report.html`.
"""
