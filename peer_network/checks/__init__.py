"""Checks before posting: words of crisis, personal details, links and repeats, each explained kindly.

`actions.look_at` is what the parts of the room call. `calc` is the looking itself, and imports no Django.
"""
