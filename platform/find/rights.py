"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row

ROWS = [Row("find:search", PUBLIC)]
