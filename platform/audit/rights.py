"""Who may use these addresses; see `accounts.rights_table`."""

from accounts.rights_table import Row

ROWS = [
    Row("audit:network", ["network-manager"]),
    Row("audit:network-file", ["network-manager"], sample=lambda world: {"ending": "csv"}),
    Row("audit:area", ["area-lead"]),
    Row("audit:area-file", ["area-lead"], sample=lambda world: {"ending": "csv"}),
]
