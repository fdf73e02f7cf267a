"""What may be typed: a module for each command, with its words, its arguments and its options.

They load none of the stages, so that `--help` and what was typed wrong are told at once. What a command
does is the function of its name in the module of its name in `pipeline.cli`, loaded when it is called.
"""
