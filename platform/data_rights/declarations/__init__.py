"""Which fields of other people's applications are about a person: one module for each library."""
