"""Other versions of a resource: Easy Read, and translations. Each is agreed by itself."""
