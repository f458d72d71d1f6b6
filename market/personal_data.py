"""Which fields of the marketplace's tables are about a person; see `data_rights.declared`. Each part says its own."""

from market import parts

MODELS = {label: kinds for module in parts.modules("personal_data") for label, kinds in module.MODELS.items()}
