"""Which fields of planning's tables are about a person; see `data_rights.declared`."""

MODELS = {
    "market.YearPlan": {
        "personal": "user name begins_on budget_pence made_at changed_at",
        "other": "id public_id is_sample",
    },
    "market.PlanLine": {
        "personal": "plan kind offer words unit price_pence quantity per hours_a_week rate_pence weeks is_under_21 "
        "claims_allowance pension_percent insurance_pence payroll_pence contingency_percent",
        "other": "id public_id",
    },
}
