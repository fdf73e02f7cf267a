"""Batch runs: the papers of many units from one input, incrementally and in parallel.

`runner` reads as the list of steps. Only what changed is made; a bad row stops no other. Here too: the
incremental plan and its reasons, the process pool, Dask, and the page `report.html`.
"""
