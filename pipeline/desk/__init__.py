"""The desk (โต๊ะทำงาน): a page in the browser, on this machine, for officers who never open a terminal.

A Starlette application: addresses, session and security, uploads of workbooks, previews of pages, scores,
downloads, batches in the background, and live reload. It runs the same stages as the command line.
`docs/desk.md`.
"""
