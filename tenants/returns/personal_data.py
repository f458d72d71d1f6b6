"""Which fields of what areas publish are about a person; see `data_rights.declared`.

None: what is published names teams. A name that somebody wrote into a reason all the same stays as published, and the
list of what is kept says so (`tenants.data_part`).
"""

MODELS = {
    "returns.PublishedPlan": {
        "other": "id area group phase planned_start actual_start ask_from status available_now ask reason source as_at "
        "published_at is_sample"
    },
    "returns.PublishedAssessment": {
        "other": "id area reason source as_at published_at is_sample subject group finance_cohort state agreed_on "
        "review_on actions"
    },
    "returns.PublishedCases": {
        "other": "id area reason source as_at published_at is_sample number sums code_version is_withdrawn"
    },
    "returns.FinanceTerms": {
        "personal": "by at number set_on",
        "mentions": "reason",
        "other": "id window_start window_end age_edges ltc_edges truncation_pence inflation growth efficiency "
        "is_sample",
    },
    "returns.PublishedFinance": {
        "other": "id area reason source as_at published_at is_sample number terms document checksum code_version "
        "is_withdrawn"
    },
    "returns.PublishedKeyAction": {
        "other": "id area reason source as_at published_at is_sample number state planned_by done_on share_done"
    },
    "returns.PublishedMaturity": {"other": "id area reason source as_at published_at is_sample component level"},
    "returns.PublishedMilestone": {
        "other": "id area reason source as_at published_at is_sample key is_national title group due forecast done_on "
        "has_evidence comment override override_reason is_withdrawn"
    },
    "returns.PublishedPromise": {
        "other": "id area reason source as_at published_at is_sample key status where_it_stands expected_by"
    },
    "returns.PublishedRisk": {
        "other": "id area reason source as_at published_at is_sample number kind title description group "
        "likelihood_before impact_before mitigation likelihood_after impact_after owner review_on "
        "closed_on is_withdrawn"
    },
    "returns.PublishedTrajectory": {"other": "id area reason source as_at published_at is_sample revision points"},
    "returns.RegionFigures": {"other": "id number terms releases result shown code_version as_at made_at is_sample"},
    "returns.ReleasedQuarter": {"other": "id quarter number shown left_out returns rule as_at released_at is_sample"},
    "returns.ReportedRefusal": {"other": "id area group said_on is_sample"},
    "returns.ReturnDispute": {
        "personal": "raised_by raised_on settled_by settled_on signed_return",
        "mentions": "reason outcome",
        "other": "id",
    },
    "returns.SignedReturn": {
        "personal": "signed_by signed_name signed_on signed_at area quarter version",
        "other": "id figures notes reason checksum is_sample",
    },
}
