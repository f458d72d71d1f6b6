"""Which fields of spaces, topics and posts are about a person; see `data_rights.declared`."""

MODELS = {
    "peer_network.Space": {"other": "id slug kind title about group area entry order closed_at shown_topics is_sample"},
    "peer_network.SpaceEntry": {
        "personal": "member asked_at answered_by",
        "mentions": "words reason",
        "other": "id public_id space state answered_at",
    },
    "peer_network.Topic": {
        "personal": "author opened_at",
        "mentions": "title",
        "other": "id public_id space is_title_shown last_position "
        "shown_posts last_shown_at is_pinned closed_at is_sample",
    },
    "peer_network.Post": {
        "personal": "author helped_by written_at",
        "mentions": "body quoted_words",
        "other": "id public_id topic quotes state position shown_at edited_at gone_at is_sample",
    },
    "peer_network.PostEdition": {"mentions": "title body", "other": "id post number at"},
    "peer_network.ReadMark": {"personal": "member topic position at", "other": "id"},
    "peer_network.Following": {"personal": "member topic space at", "other": "id"},
    "peer_network.Mute": {"personal": "member topic space at", "other": "id"},
    "peer_network.Block": {"personal": "member blocked at", "other": "id"},
    "peer_network.Mark": {"personal": "post member kind at", "other": "id"},
}
