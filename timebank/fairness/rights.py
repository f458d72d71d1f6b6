"""Who may use the addresses of fair shares; see `accounts.rights_table`."""

from accounts.rights_table import Row
from timebank.exchange.rights import FORM, READERS

MANAGER = ["network-manager"]

ROWS = [
    Row("timebank:fair-shares", READERS),
    Row("timebank:fair-shares-file", READERS, sample=lambda world: {"key": "shares", "ending": "csv"}),
    Row("timebank:fair-shares-rule", MANAGER, FORM, also=(422,)),
    Row("timebank:pledge-new", MANAGER, FORM, also=(422,)),
]
