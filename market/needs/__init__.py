"""What people could not find, and how commissioners see it: as counts under the disclosure rule."""
