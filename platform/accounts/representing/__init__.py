"""Acting for somebody: a parent, nominee or attorney, within a recorded scope and until a date.

docs/rooms/representatives.md says how it is used.
"""
