"""Which fields of rules and pledges are about a person; see `data_rights.declared`.

Reasons of rules can't be cleared of a name, like the rule itself: the form asks for none.
"""

MODELS = {
    "timebank.FairShareRule": {"personal": "by made_on", "other": "id rule weights reason"},
    "timebank.Pledge": {"personal": "by made_on", "mentions": "words", "other": "id account site minutes is_sample"},
}
