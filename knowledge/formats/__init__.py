"""The ways to take a resource in: on the screen, on paper, aloud, in sign language."""
