"""Which fields of the moderators' tables are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.QueueItem": {
        "personal": "about claimed_by closed_by",
        "other": "id public_id kind urgency subject_kind subject_id found opened_at look_by claimed_at "
        "first_claimed_at paged_at escalated_at late_alarm_at closed_at outcome is_sample",
    },
}
