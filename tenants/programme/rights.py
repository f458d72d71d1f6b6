"""Who may use the board's addresses; see `accounts.rights_table`."""

from accounts.rights_table import BOARD_READERS, Row

ROWS = [
    Row("programme:board", BOARD_READERS),
    Row("programme:download", BOARD_READERS, sample=lambda world: {"key": "phases", "ending": "csv"}),
    Row("programme:milestones-calendar", BOARD_READERS),
    Row("programme:section", BOARD_READERS, sample=lambda world: {"key": "phases"}),
]
