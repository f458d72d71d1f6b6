"""Which fields of finding's tables are about a person; see `data_rights.declared`."""

MODELS = {
    "market.Shortlisted": {"personal": "user offer title kept_at", "other": "id"},
}
