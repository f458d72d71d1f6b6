"""Which fields of sessions are about a person; see `data_rights.declared`."""

MODELS = {
    "timebank.Session": {
        "personal": "made_by made_on ended_by ended_on",
        "mentions": "title details place reason",
        "other": "id public_id topic group origin proposal request offer minutes state starts_at how link version "
        "changed_at waits_since told told_on minutes_confirmed confirmed_on is_sample",
    },
    "timebank.SessionPart": {
        "personal": "said_by said_on confirmed_by confirmed_on",
        "mentions": "on_behalf_reason",
        "other": "id session account side minutes minutes_reserved minutes_said confirmed_how minutes_posted",
    },
    "timebank.SessionStep": {
        "personal": "by on at kind",
        "other": "id session account minutes starts_at",
    },
    "timebank.ProposedDate": {"personal": "by made_on starts_at", "other": "id session account is_over"},
    "timebank.ProposedHours": {
        "personal": "by made_on answered_by answered_on",
        "other": "id session account minutes outcome",
    },
    "timebank.ProposedHours_agreed": {"other": "id proposedhours account"},
    "timebank.DateAnswer": {"personal": "by made_on can", "other": "id date account"},
    "timebank.Dispute": {
        "personal": "by opened_on settled_by settled_on",
        "mentions": "reason settled_reason",
        "other": "id session account outcome minutes",
    },
    "timebank.SessionMentor": {
        "personal": "person kind named_by named_on took_part answered_on payment_pence expenses_pence paid_on "
        "payment_note",
        "other": "id part",
    },
    "timebank.Feedback": {
        "personal": "by made_on useful",
        "mentions": "words",
        "other": "id session account",
    },
    "timebank.Lesson": {
        "personal": "by made_on",
        "mentions": "title words",
        "other": "id public_id session account",
    },
}
