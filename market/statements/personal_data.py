"""Which fields of statements' tables are about a person; see `data_rights.declared`.

Commissioners write for their area and providers for their organisation; what they write is asked not to name people.
"""

MODELS = {
    "market.Statement": {"other": "id area year began_on is_sample"},
    "market.StatementVersion": {
        "personal": "written_by changed_at published_by published_at",
        "mentions": "see missing buy work reason tables",
        "other": "id public_id statement number state title counted_to published_on",
    },
    "market.Interest": {
        "personal": "said_by",
        "mentions": "note",
        "other": "id statement provider need said_on ended_on",
    },
    "market.OfferAnswer": {"other": "id offer statement need said_on"},
    "market.Intervention": {
        "personal": "written_by",
        "mentions": "what owner result",
        "other": "id area need kind state began_on due_on done_on is_sample",
    },
}
