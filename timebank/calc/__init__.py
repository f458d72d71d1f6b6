"""Pure calculation of the time bank: matching and fair shares. It imports no Django, and can be followed by hand."""
