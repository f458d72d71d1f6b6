"""Which fields of tokens and calendar links are about a person; see `data_rights.declared`."""

MODELS = {
    "api.Token": {
        "personal": "owner name scopes two_steps created_at expires_at last_used_at revoked_at",
        "secret": "digest",
        "other": "id public_id",
    },
    "api.CalendarLink": {
        "personal": "owner calendar created_at last_used_at revoked_at",
        "secret": "digest",
        "other": "id",
    },
}
