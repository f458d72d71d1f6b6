"""Which fields of an area's roll-out are about a person; see `data_rights.declared`."""

MODELS = {
    "rollout.GroupPlan": {
        "mentions": "lead next_step next_step_owner available_now ask",
        "other": "id group phase planned_start actual_start status next_step_due loaded_phase edited_at",
    },
    "rollout.GroupPlanChange": {"personal": "by at field", "mentions": "before after reason", "other": "id plan"},
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
