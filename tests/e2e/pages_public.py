"""Pages of "your turn" and what belongs to it, of an area's lists, and of the network's workstreams."""

from tests.e2e.pages_shown import A_FILE, Shown, fill, press, then

YOUR_TURN = "/your-turn/kernow/mental-health/"
ROLLOUT = "/areas/kernow/rollout/"

SHOWN = [
    Shown("your turn, for whom", "your_turn:start", "", "/your-turn/?area=kernow"),
    Shown("your turn, for whom, mistake", "your_turn:start", "", "/your-turn/?area=kernow&group=", status=422),
    Shown("your turn, questions in Easy Read", "your_turn:start", "", "/your-turn/?easy-read=1"),
    Shown("your turn, with a date", "your_turn:answer", "", "{your-turn-dated}"),
    Shown("your turn, with a date, in Easy Read", "your_turn:answer", "", "{your-turn-dated-easy}"),
    Shown("follow a page", "your_turn:follow", "", f"{YOUR_TURN}follow/"),
    Shown("follow a page, mistake", "your_turn:follow", "", f"{YOUR_TURN}follow/", press("Send me the link")),
    Shown("follow a page, asked", "your_turn:follow", "", f"{YOUR_TURN}follow/?asked=1"),
    Shown("follow a page, Easy Read", "your_turn:follow", "", f"{YOUR_TURN}follow/?easy-read=1"),
    Shown("follow a page, with an account", "your_turn:follow", "carer", f"{YOUR_TURN}follow/"),
    Shown("pages that one follows", "your_turn:followed", "carer", "/your-turn/followed/"),
    Shown("pages that one follows, none", "your_turn:followed", "evaluator", "/your-turn/followed/"),
    Shown("confirm that one follows", "your_turn:confirm", "", "{follow-confirm}"),
    Shown("leave a page", "your_turn:leave", "", "{follow-leave}"),
    Shown("refused", "your_turn:refused", "", f"{YOUR_TURN}refused/"),
    Shown("refused, mistakes", "your_turn:refused", "", f"{YOUR_TURN}refused/", press("Send")),
    Shown("refused, Easy Read", "your_turn:refused", "", f"{YOUR_TURN}refused/?easy-read=1"),
    Shown("refused, said", "your_turn:refused", "", f"{YOUR_TURN}refused/?said=1"),
    Shown("what the public pages answer", "rollout:your-turn", "area-lead", f"{ROLLOUT}your-turn/"),
    Shown("reports of refusals", "rollout:refusals", "area-lead", f"{ROLLOUT}refusals/"),
    Shown("reports of refusals, none", "rollout:refusals", "area-lead", f"{ROLLOUT}refusals/?group=multiple-ltc"),
    Shown("report of a refusal", "rollout:refusal", "area-lead", "{refusal}"),
    Shown("report of a refusal, mistake", "rollout:refusal", "area-lead", "{refusal}", press("Save")),
    Shown("partners", "rollout:partners", "area-lead", f"{ROLLOUT}partners/"),
    Shown("partners, for a practitioner", "rollout:partners", "practitioner", f"{ROLLOUT}partners/"),
    Shown("partners, none fit", "rollout:partners", "area-lead", f"{ROLLOUT}partners/?kind=provider"),
    Shown("add a partner", "rollout:partners-new", "area-lead", f"{ROLLOUT}partners/new/"),
    Shown("add a partner, mistakes", "rollout:partners-new", "area-lead", f"{ROLLOUT}partners/new/", press("Add")),
    Shown("change a partner", "rollout:partners-change", "area-lead", "{partner}"),
    Shown("change a partner, mistake", "rollout:partners-change", "area-lead", "{partner}", press("Save")),
    Shown("remove a partner", "rollout:partners-remove", "area-lead", "{partner-remove}"),
    Shown("history of partners", "rollout:partners-history", "area-lead", f"{ROLLOUT}partners/history/"),
    Shown("resources", "rollout:resources", "area-lead", f"{ROLLOUT}resources/"),
    Shown("add a resource", "rollout:resources-new", "area-lead", f"{ROLLOUT}resources/new/"),
    Shown("change a resource", "rollout:resources-change", "area-lead", "{resource}"),
    Shown("remove a resource", "rollout:resources-remove", "area-lead", "{resource-remove}"),
    Shown("history of resources", "rollout:resources-history", "area-lead", f"{ROLLOUT}resources/history/"),
    Shown("people for groups", "rollout:people", "area-lead", f"{ROLLOUT}people/"),
    Shown("add a person", "rollout:people-new", "area-lead", f"{ROLLOUT}people/new/"),
    Shown("add a person, mistakes", "rollout:people-new", "area-lead", f"{ROLLOUT}people/new/", press("Add")),
    Shown("change a person", "rollout:people-change", "area-lead", "{person}"),
    Shown("remove a person", "rollout:people-remove", "area-lead", "{person-remove}"),
    Shown("history of people", "rollout:people-history", "area-lead", f"{ROLLOUT}people/history/"),
    Shown("workstreams", "programme:workstreams", "board-member", "/programme/workstreams/"),
    Shown(
        "workstreams, a past quarter", "programme:workstreams", "board-member", "/programme/workstreams/?as-at=2015Q1"
    ),
    Shown("workstreams, for the manager", "programme:workstreams", "network-manager", "/programme/workstreams/"),
    Shown("workstream", "programme:workstream", "board-member", "{workstream}"),
    Shown("workstream, for the manager", "programme:workstream", "network-manager", "{workstream}"),
    Shown("new workstream", "programme:workstream-new", "network-manager", "/programme/workstreams/new/"),
    Shown(
        "new workstream, mistakes",
        "programme:workstream-new",
        "network-manager",
        "/programme/workstreams/new/",
        then(fill("Owner (optional)", "Lead for finance"), press("Add the workstream")),
    ),
    Shown("change a workstream", "programme:workstream-change", "network-manager", "{workstream-change}"),
    Shown("new output", "programme:output-new", "network-manager", "{workstream-output-new}"),
    Shown("change an output", "programme:output-change", "network-manager", "{workstream-output}"),
    Shown("remove an output", "programme:output-remove", "network-manager", "{workstream-output-remove}"),
]
NO_PAGES = {
    "your_turn:go": "leads on to the page that is followed",
    "your_turn:history": A_FILE,
    "rollout:your-turn-file": A_FILE,
    "rollout:refusals-file": A_FILE,
    **{
        f"rollout:{kind}-{what}": A_FILE
        for kind in ("partners", "resources", "people")
        for what in ("file", "history-file")
    },
    "programme:workstreams-file": A_FILE,
}
