"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row

ROWS = [
    Row("find:search", PUBLIC),
    Row("find:unanswered", ["knowledge-editor"]),
    Row("find:unanswered-file", ["knowledge-editor"], sample=lambda world: {"ending": "csv"}),
]
