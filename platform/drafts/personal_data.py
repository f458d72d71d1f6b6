"""Which fields of drafts are about a person; see `data_rights.declared`."""

MODELS = {
    "drafts.Draft": {"personal": "user path files kept_at expires_at", "mentions": "fields", "other": "id public_id"},
}
