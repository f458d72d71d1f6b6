"""Which fields of providers' tables are about a person; see `data_rights.declared`.

A provider's own contacts are an organisation's, published by itself. Somebody who works for themselves is one too.
"""

MODELS = {
    "market.Provider": {
        "mentions": "about postal_address conflicts_of_interest",
        "other": "id public_id organisation directory kind areas charity_number company_number ods_code cqc_number "
        "email telephone website is_broker keeps_broker_standard_since state submitted_at submitted_on checked_until "
        "created_at changed_at is_sample",
    },
    "market.ProviderCheck": {
        "personal": "checked_by",
        "mentions": "note",
        "other": "id provider area outcome is_lighter looked_at checked_on valid_until facts waited_since",
    },
}
