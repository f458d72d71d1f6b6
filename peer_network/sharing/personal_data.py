"""Which fields of shared files are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.SharedFile": {
        "personal": "member sent_at",
        "mentions": "title purpose",
        "other": "id public_id kind groups topic kept ending size_bytes removed found state shown_at is_sample",
    },
    "peer_network.FileThanks": {"personal": "file member at", "other": "id"},
}
