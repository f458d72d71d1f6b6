"""Which fields of themes are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.Theme": {
        "personal": "proposed_by proposed_at",
        "mentions": "title summary",
        "other": "id public_id topic state shown_at agenda_on needed due_on answered_on is_sample",
    },
    "peer_network.ThemeSupport": {"personal": "theme member on", "other": "id"},
    "peer_network.ThemeRule": {"personal": "by on", "mentions": "reason", "other": "id needed"},
    "peer_network.ThemeAnswer": {
        "personal": "by on",
        "mentions": "heard doing why_not changed_because",
        "other": "id theme number kind done_by",
    },
    "peer_network.ThemeUpdate": {"personal": "by on", "mentions": "words", "other": "id theme"},
}
