"""Django: groups, the admin's log, sessions."""

MODELS = {
    "admin.LogEntry": {
        "personal": "user action_time action_flag change_message",
        "mentions": "object_repr",
        "other": "id content_type object_id",
    },
    "auth.Group": {"other": "id name"},
    "auth.Group_permissions": {"other": "id group permission"},
    "auth.Permission": {"other": "id name content_type codename"},
    "contenttypes.ContentType": {"other": "id app_label model"},
    # What a session holds is its person's: it goes when it ends.
    "sessions.Session": {"secret": "session_key session_data", "other": "expire_date"},
}
