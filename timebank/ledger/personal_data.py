"""Which fields of the ledger are about a person; see `data_rights.declared`.

Who posted is a number, never a name. Notes and reasons can't be cleared of a name, like all of the ledger: their forms
ask for none, and say why.
"""

ACCOUNT = "id public_id slug kind area organisation opened_on own_limit own_limit_reason"

MODELS = {
    "timebank.Account": {"other": ACCOUNT},
    "timebank.AccountEvent": {"other": f"pgh_id pgh_created_at pgh_label pgh_obj pgh_context {ACCOUNT}"},
    "timebank.AccountBalance": {
        "other": "account minutes reserved given had base growth_percent growth_cap floor last_entry"
    },
    "timebank.Transfer": {
        "personal": "by posted_at kind minutes",
        "other": "id public_id key note reverses session_ref txid",
    },
    "timebank.Entry": {
        "other": "id transfer account minutes side posted_at balance_after given_after had_after",
    },
    "timebank.Hold": {
        "personal": "by made_at minutes",
        "other": "id account session_ref ended_at outcome",
    },
    "timebank.Verification": {"other": "id at entries faults"},
    "timebank.LimitRule": {
        "personal": "by made_at",
        "other": "id base warning_percent growth_percent growth_cap reason",
    },
}
