"""Who may use the addresses of the marketplace; see `accounts.rights_table`. Each part has its rows."""

from market import parts

ROWS = [row for module in parts.modules("rights") for row in module.ROWS]
