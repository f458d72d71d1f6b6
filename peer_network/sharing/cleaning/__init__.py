"""Taking out of a file what it says of its writer, and refusing what could harm a reader. Knows nothing of members."""
