"""Values ready for the pages about areas."""
