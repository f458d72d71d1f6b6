"""Three lists that an area's lead keeps: partners, resources, and people for each group; each with its history."""
