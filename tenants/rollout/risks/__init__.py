"""Risks and issues of an area: `queries` reads them, `actions` writes them and keeps the board's list in step."""
