"""The parts of packages below data rights, which may not import it."""
