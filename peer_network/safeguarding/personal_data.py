"""Which fields of safeguarding cases are about a person; see `data_rights.declared`.

What is sealed is "secret": it is no part of a copy that somebody takes themselves. See `data_part`.
"""

MODELS = {
    "peer_network.Case": {
        "personal": "lead opened_by",
        "secret": "sealed sealed_key about_mark subject_mark",
        "other": "id public_id reference origin urgency state outcome opened_at closed_at is_sample",
    },
    "peer_network.CaseEntry": {"personal": "by", "secret": "sealed", "other": "id case kind step happened_at at"},
    "peer_network.CaseStep": {
        "personal": "made_by done_by",
        "secret": "sealed",
        "other": "id public_id case due_on made_at done_at",
    },
    "peer_network.IdentityLookup": {"personal": "by", "secret": "sealed", "other": "id case at"},
}
