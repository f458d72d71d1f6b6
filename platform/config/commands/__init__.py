"""The sub-commands of `ipc`, a module each.

A module's first docstring line is its help. It has `add_arguments(parser)` and `run(options) -> int`, and imports
Django and the rooms inside `run` only, after `_setup.with_database()`, so that help needs neither.
"""
