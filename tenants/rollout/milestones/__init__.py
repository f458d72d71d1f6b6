"""Milestones of an area: the national set with what the area says of each, and the area's own.

`queries` reads them, `actions` writes them (with history, audit and the board's row), `slippage` tells how their dates
have moved.
"""
