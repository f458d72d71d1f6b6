"""Which fields of notifications and mails are about a person; see `data_rights.declared`."""

MODELS = {
    "notify.Mail": {
        "personal": "to address kind subject state created_at due_at claimed_at ended_at tries last_error",
        "secret": "sealed key",
        "other": "id public_id",
    },
    "notify.Notification": {
        "personal": "to kind url area_slug created_at read_at waits_for",
        "mentions": "title body",
        "other": "id public_id key mail",
    },
    "notify.Preference": {"personal": "user kind way changed_at", "other": "id"},
}
