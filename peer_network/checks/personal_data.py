"""Which fields of the word lists are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.PhraseEdition": {
        "personal": "by at",
        "other": "id key list name pattern unless points is_active why",
    },
}
