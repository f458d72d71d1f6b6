"""Which fields of the moderators' tables are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.QueueItem": {
        "personal": "about claimed_by closed_by",
        "other": "id public_id kind urgency subject_kind subject_id found opened_at look_by claimed_at "
        "first_claimed_at paged_at escalated_at late_alarm_at closed_at outcome is_sample",
    },
    "peer_network.Report": {
        "personal": "reporter reason made_at",
        "mentions": "place words",
        "other": "id public_id subject_kind subject_id acknowledged_at is_urgent item settled_at outcome is_sample",
    },
    "peer_network.Act": {
        "personal": "about by at",
        "other": "id public_id kind reason subject_kind subject_id item until seconds undoes is_sample",
    },
    "peer_network.Letter": {"mentions": "words note", "other": "id act read_at"},
    "peer_network.ReadyMessage": {
        "personal": "changed_by",
        "mentions": "title body",
        "other": "id key act is_active changed_at",
    },
    "peer_network.Appeal": {
        "personal": "member made_at decided_by",
        "mentions": "words answer",
        "other": "id public_id act decided_at outcome is_sample",
    },
    "peer_network.ItemStep": {"personal": "by at", "mentions": "words", "other": "id item kind"},
    "peer_network.Alarm": {"other": "id public_id item kind at told"},
    "peer_network.DutyShift": {
        "personal": "moderator starts_at ends_at",
        "other": "id public_id made_at is_sample",
    },
    "peer_network.OnCall": {"personal": "person starts_at ends_at", "other": "id public_id order made_at is_sample"},
}
