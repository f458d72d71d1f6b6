"""An area's own sites: how far each has come, who mentors it and whom it mentors."""
