"""Sets of assumptions: a scenario each, whole as `ipc finance` takes it, by name and version."""
