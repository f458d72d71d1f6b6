"""Who may use the operations' addresses and the media; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row

ROWS = [
    Row("healthz", PUBLIC),
    Row("readyz", PUBLIC, also=(503,)),
    Row("media", PUBLIC, sample=lambda world: {"name": "images/nothing.png"}, also=(404,)),
]
