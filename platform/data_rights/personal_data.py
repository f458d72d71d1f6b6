"""Which fields of data rights' own tables are about a person; see `data_rights.declared`."""

MODELS = {
    "data_rights.DataExport": {
        "personal": "person made_at expires_at downloaded_at size",
        "other": "id public_id path",
    },
    "data_rights.DataRequest": {
        "personal": "person kind text state made_at due_at carry_out_at answer ended_at",
        "other": "id public_id answered_by",
    },
    "data_rights.RetentionRun": {"other": "id rule at deleted fault"},
}
