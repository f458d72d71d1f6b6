"""Which fields of runs, proposals and decisions are about a person; see `data_rights.declared`."""

MODELS = {
    "timebank.MatchingRun": {
        "personal": "by made_on made_at",
        "other": "id public_id rule settings figures is_sample",
    },
    "timebank.Proposal": {
        "mentions": "reason",
        "other": "id public_id run request offer minutes months fit score reasons is_pinned state asker_answer "
        "giver_answer session_ref",
    },
    "timebank.PairDecision": {
        "personal": "by made_on",
        "mentions": "reason",
        "other": "id request offer kind ended_on",
    },
}
