"""Which fields of an area's roll-out are about a person; see `data_rights.declared`."""

MODELS = {
    "rollout.GroupPlan": {
        "mentions": "lead next_step next_step_owner available_now ask",
        "other": "id group phase planned_start actual_start ask_from status next_step_due loaded_phase edited_at",
    },
    "rollout.GroupPlanChange": {"personal": "by at field", "mentions": "before after reason", "other": "id plan"},
    "rollout.Change": {"personal": "by on at thing field", "mentions": "before after reason", "other": "id thing_id"},
    "rollout.ComponentMaturity": {"mentions": "evidence next_step", "other": "id component level assessed_on"},
    "rollout.EqualityAssessment": {
        "mentions": "involved evidence findings actions owner",
        "other": "id subject group finance_cohort state agreed_on review_on",
    },
    "rollout.GroupPerson": {"mentions": "name role", "other": "id organisation group"},
    "rollout.GroupPersonEvent": {
        "mentions": "name role",
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id organisation group",
    },
    "rollout.KeyAction": {"mentions": "note", "other": "id number state planned_by done_on share_done"},
    "rollout.Milestone": {
        "mentions": "title evidence comment owner override_reason",
        "other": "id national_key group due forecast done_on override withdrawn_on is_sample",
    },
    "rollout.PromiseStanding": {"mentions": "where_it_stands", "other": "id key status expected_by said_on"},
    "rollout.Refusal": {
        "personal": "contact",
        "mentions": "asked_for words outcome",
        "other": "id group said_on answered_on",
    },
    "rollout.ReturnDraft": {
        "personal": "saved_by saved_at quarter version state",
        "mentions": "notes reason",
        "other": "id typed",
    },
    "rollout.Risk": {
        "mentions": "title description mitigation owner closing_words",
        "other": "id kind group likelihood_before impact_before likelihood_after impact_after review_on is_shared "
        "opened_on closed_on is_sample",
    },
    "rollout.TrajectoryPoint": {"other": "id revision measure group quarter planned"},
    "rollout.TrajectoryRevision": {"personal": "by at number", "mentions": "reason", "other": "id agreed_on"},
    "rollout.Partner": {"other": "id group organisation status"},
    "rollout.PartnerEvent": {
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id group organisation status"
    },
    "rollout.Resource": {"mentions": "what", "other": "id group"},
    "rollout.ResourceEvent": {
        "mentions": "what",
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id group",
    },
}
