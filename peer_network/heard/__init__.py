"""What members ask the programme board together, and what it answers in public."""
