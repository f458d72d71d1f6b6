"""Which fields of what areas publish are about a person; see `data_rights.declared`.

None: what is published names teams. A name that somebody wrote into a reason all the same stays as published, and the
list of what is kept says so (`tenants.data_part`).
"""

MODELS = {
    "returns.PublishedPlan": {
        "other": "id area group phase planned_start actual_start status available_now ask reason source as_at "
        "published_at"
    },
}
