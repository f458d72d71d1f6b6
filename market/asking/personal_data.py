"""Which fields of asking's tables are about a person; see `data_rights.declared`."""

MODELS = {
    "market.Buyer": {"personal": "user display_name since", "other": "id public_id is_sample"},
}
