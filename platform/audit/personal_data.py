"""Which fields of the audit are about a person; see `data_rights.declared`. People stand in it by number alone."""

MODELS = {
    "audit.AuditRow": {
        "personal": "by on_behalf_of at action",
        "other": "id by_words area area_slug object_type object_id object_words detail request_id",
    },
    "audit.AuditSeal": {"other": "id day rows form digest made_at"},
}
