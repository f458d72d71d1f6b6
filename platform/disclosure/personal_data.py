"""Which fields of releases are about a person; see `data_rights.declared`. What was published holds no person's row."""

MODELS = {
    "disclosure.Release": {
        "personal": "by at",
        "other": "id public_id area area_slug data_set version title selection criteria selection_key hide_up_to "
        "round_to source as_at tables figures checksum membership membership_checksum replaces",
    },
    "disclosure.RuleChoice": {"personal": "by at", "other": "id area data_set hide_up_to round_to reason"},
    "disclosure.AreaKey": {"other": "id area key"},
}
