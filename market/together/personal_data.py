"""Which fields of clubs are about a person; see `data_rights.declared`."""

MODELS = {
    "market.Club": {
        "other": "id public_id area need place_kind availability state shown_number shown_on opened_on until ended_on "
        "is_sample",
    },
    "market.ClubSignal": {"personal": "club buyer on", "other": "id"},
    "market.ClubQuote": {
        "personal": "given_by given_at",
        "mentions": "pattern",
        "other": "id public_id club provider price_pence unit minimum_people until state made_on is_sample",
    },
    "market.ClubAcceptance": {"personal": "quote buyer on", "other": "id"},
}
