"""The command line (`saraban …`): Click commands that talk to a person, and nothing else.

A module a command; options, messages on the terminal, tables, JSON, exit codes (`docs/exit-codes.md`), and
what happens when a command is stopped. What a command does is done by the packages above it.
"""
