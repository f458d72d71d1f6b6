"""Which fields of offers and requests are about a person; see `data_rights.declared`."""

LISTED = "id public_id account topic group component site how expires_on reminded_on state is_sample"

MODELS = {
    "timebank.Offer": {
        "personal": "by mentor mentor_kind made_on",
        "mentions": "title details state_reason",
        "other": f"{LISTED} minutes_a_month available_from available_until",
    },
    "timebank.Request": {
        "personal": "by made_on",
        "mentions": "title why state_reason",
        "other": f"{LISTED} minutes needed_by priority",
    },
}
