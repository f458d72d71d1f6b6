"""Which files are asked for by whom, and which are not, with the reason."""

# route -> who takes it, and the arguments before the ending, one list for each table. `{site}` is made by the world.
TABLES = ("phases", "phase-counts", "budgets", "targets", "eligible-pools", "promises", "sites", "milestones")
DRAFT, SIGNED = "2015Q1", "2014Q4"
OF_THE_ROLLOUT = (
    "milestones-download",
    "risks-download",
    "refusals-file",
    "your-turn-file",
    *(f"{kind}-{what}" for kind in ("partners", "resources", "people") for what in ("file", "history-file")),
)
ASKED = {
    "programme:download": ("board-member", [[key] for key in (*TABLES, "implementation-cohorts", "board")]),
    "programme:returns-file": ("board-member", [[]]),
    "programme:sites-download": ("board-member", [[]]),
    "programme:projection-file": ("board-member", [[]]),
    "programme:kept-projection-file": ("board-member", [["{projection}"]]),
    "programme:network-risks-download": ("board-member", [[]]),
    "programme:workstreams-file": ("board-member", [[]]),
    "areas:download": ("board-member", [[]]),
    "areas:team-download": ("area-lead", [["kernow"]]),
    "timebank:balances-file": ("board-member", [[]]),
    "timebank:statement-file": ("board-member", [["kernow"]]),
    "timebank:limits-file": ("board-member", [[]]),
    "organisations:download": ("board-member", [[]]),
    "rollout:download": ("area-lead", [["kernow", key] for key in ("plans", "partners", "resources")]),
    **{f"rollout:{name}": ("area-lead", [["kernow"]]) for name in OF_THE_ROLLOUT},
    "rollout:milestone-moves": ("area-lead", [["kernow", "{own}"]]),
    "rollout:sites-download": ("area-lead", [["kernow", "sites"]]),
    "rollout:site-moves-download": ("area-lead", [["kernow", "{site}"]]),
    "rollout:progress-download": (
        "area-lead",
        [
            ["kernow", key]
            for key in (
                "maturity",
                "key-actions",
                "promises",
                "asking-dates",
                "asking-dates-history",
                "key-actions-by-quarter",
            )
        ],
    ),
    "rollout:equality-download": ("area-lead", [["kernow", key] for key in ("all", "mental-health", "{cohort}")]),
    "rollout:trajectory-download": (
        "area-lead",
        [
            ["kernow", key]
            for key in ("health-budgets", "health-budgets-chart", "health-budgets-planned", "plans", "revisions")
        ],
    ),
    "returns_pages:list-file": ("area-lead", [["kernow"]]),
    "returns_pages:national": ("area-lead", [["kernow", SIGNED]]),
    "returns_pages:versions-file": ("area-lead", [["kernow", SIGNED]]),
    "returns_pages:version-file": ("area-lead", [["kernow", SIGNED, "2"]]),
    "finance:contracts-download": ("finance-lead", [["kernow"]]),
    "finance:cases-download": ("finance-lead", [["kernow"]]),
    "finance:objections-download": ("finance-lead", [["kernow"]]),
    "finance:register-download": ("finance-lead", [["kernow", key] for key in ("entries", "clocks")]),
    "finance:versions-download": ("finance-lead", [["kernow"]]),
    "finance:version-download": ("finance-lead", [["kernow", "{version}"]]),
    "finance:quality-download": ("finance-lead", [["kernow", "{version}", "checks"]]),
    "finance:prices-download": ("finance-lead", [["kernow"]]),
    "finance:prices-rows": ("finance-lead", [["kernow", "{prices}"]]),
    "finance:run-download": ("finance-lead", [["kernow", "{run}", "settings"]]),
    "finance:releases-download": ("finance-lead", [["kernow"]]),
    "finance:cases-region-file": ("finance-lead", [["kernow", key] for key in ("groups", "costs")]),
    "case_pool:download": ("network-manager", [["groups"], ["areas"]]),
    "case_board:download": ("board-member", [[]]),
    "region:releases-file": ("network-manager", [[]]),
    "region:download": ("network-manager", [["{figures}", "all"]]),
    "board_finance:download": ("board-member", [["{figures}", "all"]]),
    "timebank:offers-file": ("board-member", [[]]),
    "timebank:requests-file": ("board-member", [[]]),
    "timebank:mine-file": ("area-lead", [[]]),
    "timebank:ending-file": ("network-manager", [[]]),
    "timebank:sessions-file": ("board-member", [[]]),
    "timebank:confirming-file": ("area-lead", [[]]),
    "timebank:sessions-watch-file": ("network-manager", [[]]),
    "timebank:run-file": (
        "board-member",
        [["{matching}", key] for key in ("proposals", "unmet", "fairness", "comparison")],
    ),
    "timebank:fair-shares-file": ("board-member", [[key] for key in ("shares", "over-time", "pledges")]),
    "timebank:picture-file": ("board-member", [[key] for key in ("who-helped-whom", "topics", "quiet")]),
    "your_turn:history": ("board-member", [["kernow", "mental-health"]]),
    "accounts:people-download": ("network-manager", [["people"], ["invitations"]]),
    "audit:network-file": ("network-manager", [[]]),
    "audit:area-file": ("area-lead", [["kernow"]]),
    "data_rights:retention-download": ("network-manager", [[]]),
    "knowledge:list-file": ("board-member", [[]]),
    "knowledge:due-file": ("knowledge-editor", [[]]),
    "knowledge:said-file": ("knowledge-editor", [[]]),
    "knowledge:stories-file": ("knowledge-editor", [[]]),
    "knowledge:proposals-file": ("knowledge-editor", [[]]),
    "knowledge:my-proposals-file": ("area-lead", [[]]),
    "find:unanswered-file": ("knowledge-editor", [[]]),
    "notify:file": ("network-manager", [[]]),
    "releases:list-file": ("network-manager", [[]]),
    "releases:area-list-file": ("area-lead", [["kernow"]]),
    "peers:safeguarding-file": ("safeguarding-lead", [[]]),
    "peers:safeguarding-lookups-file": ("safeguarding-lead", [[]]),
    "peers:safeguarding-case-file": ("safeguarding-lead", [["{case}"]]),
    "peers:themes-file": ("budget-holder", [[]]),
    "peers:board-themes-file": ("board-member", [["members-ask"], ["members-ask-answered"]]),
}
# Workbooks by themselves: they come in one kind, or are to be filled in.
WORKBOOKS = {
    "areas:team-list-current": ("area-lead", ["kernow"]),
    "returns_pages:template": ("area-lead", ["kernow", DRAFT]),
    "rollout:trajectory-template": ("area-lead", ["kernow"]),
}
PACK = "programme:pack-file"
# Routes of files that aren't asked, and why.
NOT_ASKED = {
    "areas:team-list-template": "an empty table to fill in; tests/files",
    "network:load-template": "an empty table to fill in; tests/files",
    "finance:cases-template": "an empty table to fill in; tests/finance_models",
    "finance:table-template": "an empty table to fill in; tests/finance_models",
    "finance:rows-file": "rows of a file that was sent, guarded where they are written; tests/finance_models",
    "finance:share-file": "what the address asks to be calculated; tests/finance_models",
    "finance:share-years-file": "what the address asks to be calculated; tests/finance_models",
    "knowledge:print": "the words of a published page, as a PDF and nothing else; tests/knowledge",
    "ui:gallery-download": "made-up rows, and the writer of the others",
    "releases:release-file": "the writer of the others; a release is made in tests/disclosure",
    "releases:area-release-file": "the writer of the others; a release is made in tests/disclosure",
}
# Files whose cells hold no words of people at their beginning: names of groups, numbers, dates.
WORDLESS = {
    "case_board:download",
    "case_pool:download groups",
    "finance:quality-download kernow {version} checks",
    "data_rights:retention-download",
    "finance:run-download kernow {run} settings",
    "programme:kept-projection-file {projection}",
    "programme:projection-file",
    "rollout:progress-download kernow asking-dates",
    "rollout:progress-download kernow key-actions-by-quarter",
    "rollout:trajectory-download kernow health-budgets",
    "rollout:trajectory-download kernow health-budgets-chart",
    "rollout:trajectory-download kernow health-budgets-planned",
    "rollout:trajectory-download kernow plans",
    "timebank:fair-shares-file over-time",
    "timebank:picture-file topics",
    "timebank:picture-file who-helped-whom",
}
