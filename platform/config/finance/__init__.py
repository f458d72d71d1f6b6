"""`ipc finance VERB`: one module a verb, each with `add_arguments(parser)` and `run(options)`; it imports late."""
