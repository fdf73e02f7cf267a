"""The local web application (desk, โต๊ะทำงาน): a page in the browser for officers who open no terminal.

A Starlette application: addresses, session and security, uploads of workbooks, previews of pages, scores,
downloads, batches in the background, and live reload. It runs the same stages as the command line.
`docs/desk.md`.
"""
