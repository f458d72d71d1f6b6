"""Who may use the addresses of the network's picture; see `accounts.rights_table`."""

from accounts.rights_table import Row
from timebank.exchange.rights import READERS

ROWS = [
    Row("timebank:picture", READERS),
    Row("timebank:picture-file", READERS, sample=lambda world: {"key": "topics", "ending": "csv"}),
]
