"""Which fields of board packs are about a person; see `data_rights.declared`."""

MODELS = {
    "programme.BoardPack": {
        "personal": "by made_at",
        "other": "id public_id as_at quarter pdf without_pdf workbook checksum is_sample",
    },
}
