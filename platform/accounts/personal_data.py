"""Which fields of accounts' tables are about a person; see `data_rights.declared`."""

MODELS = {
    "accounts.User": {
        "personal": "email name last_login date_joined is_active",
        "secret": "password",
        "other": "id public_id is_superuser is_staff",
    },
    "accounts.User_groups": {"personal": "user group", "other": "id"},
    "accounts.User_user_permissions": {"personal": "user permission", "other": "id"},
    "accounts.Invitation": {
        "personal": "email role area organisation invited_at expires_at accepted_at accepted_by withdrawn_at",
        "secret": "token_digest",
        "other": "id invited_by",
    },
    "accounts.Representation": {
        "personal": "representative person area kind scope evidence evidence_seen_on starts ends recorded_at ended_at",
        "mentions": "end_reason",
        "other": "id public_id recorded_by ended_by",
    },
    "accounts.StaffSession": {"personal": "user started_at ends_at ended_at", "mentions": "reason", "other": "id"},
}
