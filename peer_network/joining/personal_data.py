"""Which fields of members are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.Member": {
        "personal": "user display_name name_key joined_at standing state paused_until",
        "mentions": "state_reason",
        "other": "id public_id is_sample",
    },
    "peer_network.RulesAcceptance": {"personal": "member version is_adult at", "other": "id"},
}
