"""Which fields of the peer network's tables are about a person; see `data_rights.declared`. Each part says its own."""

from peer_network import parts

MODELS = {label: kinds for module in parts.modules("personal_data") for label, kinds in module.MODELS.items()}
