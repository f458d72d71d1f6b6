"""Which fields of the network's own tables are about a person; see `data_rights.declared`."""

MODELS = {
    "tenants.Area": {
        "other": "id schema_name slug name short_name ods_code ons_code local_authorities approx_population_2014 "
        "status position created_at"
    },
    "tenants.AreaEvent": {
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id schema_name slug name short_name ods_code "
        "ons_code local_authorities approx_population_2014 status position created_at"
    },
    "tenants.BudgetBaseline": {"other": "id area in_place in_pipeline pipeline_note as_at source"},
    "tenants.Domain": {"other": "id domain tenant is_primary"},
    "tenants.EligiblePool": {"other": "id area group people qualifier what source"},
    "tenants.Follower": {"personal": "user email area group asked_at confirmed_at", "secret": "secret", "other": "id"},
    "tenants.ImplementationCohort": {"other": "id number starts note"},
    "tenants.LoadedFile": {"other": "id file as_at source licence"},
    "tenants.Membership": {
        "personal": "user role area organisation granted_at ended_at",
        "other": "id granted_by ended_by",
    },
    "tenants.MembershipEvent": {
        "personal": "user role area organisation granted_at ended_at pgh_created_at pgh_label",
        "other": "pgh_id pgh_obj pgh_context id granted_by ended_by",
    },
    "tenants.Mentoring": {"other": "id mentor mentee started_on ended_on"},
    "tenants.NationalMilestone": {"other": "id key activity deliverable due precision stage"},
    "tenants.Network": {"other": "id name short_name stated_population source loaded_at"},
    "tenants.NetworkPartner": {"other": "id organisation status"},
    "tenants.NetworkRisk": {
        "personal": "by at as_at key",
        "mentions": "title description mitigation owner closing_words reason",
        "other": "id kind likelihood_before impact_before likelihood_after impact_after review_on opened_on closed_on "
        "source position is_sample",
    },
    "tenants.Organisation": {"other": "id slug name kind created_at"},
    "tenants.OrganisationEvent": {
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id slug name kind created_at"
    },
    "tenants.Projection": {
        "personal": "by at made_on name",
        "mentions": "note",
        "other": "id area population population_source rates",
    },
    "tenants.Promise": {"other": "id key statement target_number target_share by position"},
    "tenants.Site": {"other": "id area group cohort name setting stage stage_since is_sample"},
    "tenants.SiteMove": {
        "personal": "by on at site",
        "mentions": "reason",
        "other": "id from_stage to_stage takes_back",
    },
    "tenants.SitesReported": {"other": "id group sites as_at source"},
    "tenants.Workstream": {"mentions": "purpose owner", "other": "id key name status starts source position"},
    "tenants.WorkstreamEvent": {
        "mentions": "purpose owner",
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id key name status starts source position",
    },
    "tenants.WorkstreamOutput": {"mentions": "title", "other": "id workstream due done_on address"},
    "tenants.WorkstreamOutputEvent": {
        "mentions": "title",
        "other": "pgh_id pgh_created_at pgh_label pgh_obj pgh_context id workstream due done_on address",
    },
}
