"""Pure looking at a text before it is posted: it imports no Django, keeps nothing, and can be followed by hand."""
