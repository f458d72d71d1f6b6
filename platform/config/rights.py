"""Who may use the operations' addresses and the media; see `accounts.rights_table`."""

from accounts.rights_table import PUBLIC, Row

ROWS = [
    Row("healthz", PUBLIC),
    Row("readyz", PUBLIC, also=(503,)),
    # The view itself asks for METRICS_TOKEN; without one set there is nothing here.
    Row("metrics", PUBLIC, also=(401, 404)),
    Row("media", PUBLIC, sample=lambda world: {"name": "images/nothing.png"}, also=(404,)),
]
