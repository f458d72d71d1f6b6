"""Who may use the addresses of the peer network; see `accounts.rights_table`. Each part has its rows."""

from peer_network import parts

ROWS = [row for module in parts.modules("rights") for row in module.ROWS]
