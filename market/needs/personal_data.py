"""Which fields of unmet needs are about a person; see `data_rights.declared`."""

MODELS = {
    "market.UnmetNeed": {
        "personal": "said_by area need group place_kind availability times said_on said_at state closed_on",
        "mentions": "what",
        "other": "id public_id origin is_sample",
    },
    "market.EmptySearch": {"other": "id day need group area availability is_rural count"},
}
