"""Who may use the addresses of the time bank; see `accounts.rights_table`. Each part has its rows."""

from timebank import parts

ROWS = [row for module in parts.modules("rights") for row in module.ROWS]
