"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row

ROWS = [
    Row("healthz", PUBLIC),
    Row("readyz", PUBLIC, also=(503,)),  # no worker answers in the test
    Row("media", PUBLIC, sample=lambda world: {"name": "images/none.png"}, also=(404,)),  # the picture isn't there
]
