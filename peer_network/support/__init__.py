"""Finding support: the guided choice, peer supporters, conversations of two, local groups, help with writing."""
