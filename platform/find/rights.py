"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import PAGE_EDITORS, PUBLIC, Row

ROWS = [
    Row("find:search", PUBLIC),
    Row("find:unanswered", PAGE_EDITORS),
    Row("find:unanswered-file", PAGE_EDITORS, sample=lambda world: {"ending": "csv"}),
]
