"""Who may use the ledger's addresses; see `accounts.rights_table`."""

from accounts.rights_table import Row

CONFIRMING = ("area-lead", "network-manager")

ROWS = [
    Row("timebank:coordinate", ["network-manager"]),
    Row("timebank:confirming", CONFIRMING),
]
