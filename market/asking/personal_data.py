"""Which fields of asking's tables are about a person; see `data_rights.declared`."""

MODELS = {
    "market.Buyer": {"personal": "user display_name since", "other": "id public_id is_sample"},
    "market.Enquiry": {
        "personal": "buyer asked_on asked_at state last_at closed_at shared_name shared_email shared_telephone "
        "shared_at",
        "other": "id public_id provider offer quote about answered_on first_answer_days is_sample",
    },
    "market.Message": {
        "personal": "is_of_buyer written_by at",
        "mentions": "words",
        "other": "id enquiry public_id hidden_at",
    },
    "market.MessageReport": {
        "personal": "reported_by is_of_buyer reason at decided_by decided_at",
        "mentions": "words note",
        "other": "id message public_id state",
    },
    "market.Feedback": {
        "personal": "buyer helped at read_by read_at answered_by answered_at answer_read_by answer_read_at",
        "mentions": "words note answer answer_note",
        "other": "id public_id enquiry provider state reason answer_state answer_reason is_sample",
    },
}
