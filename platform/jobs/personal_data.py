"""Which fields of jobs are about a person; see `data_rights.declared`. Messages carry ids, never names."""

MODELS = {
    "jobs.Job": {
        "personal": "owner kind created_at started_at finished_at cancel_requested_at state",
        "mentions": "title words input result failure faults",
        "other": "id public_id area progress total input_path result_url attempts",
    },
    "jobs.OutboxMessage": {
        "other": "id message_id task area kwargs options key created_at due_at attempts failures last_error sent_at "
        "done_at refused_at"
    },
}
