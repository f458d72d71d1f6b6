"""Which fields of other directories' tables are about a person; see `data_rights.declared`.

A directory's documents name its contacts, as it published them. They are replaced when it is read again.
"""

MODELS = {
    "market.Directory": {
        "personal": "added_by",
        "other": "id public_id name address licence areas needs refresh is_shown area added_at is_sample",
    },
    "market.DirectoryRecord": {
        "personal": "edited_by edited_at",
        "mentions": "name document waiting",
        "other": "id public_id directory kind external_id digest state gone_on last_seen offer provider",
    },
    "market.DirectoryRun": {
        "personal": "run_by",
        "mentions": "report",
        "other": "id public_id directory outcome source file run_at seconds read new changed same waits gone refused",
    },
    "market.ListedPlace": {"other": "id listing number public_id kind district"},
}
