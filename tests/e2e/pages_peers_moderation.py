"""Pages of moderators, and what members and visitors see of moderating: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press, then

MODERATOR, CARER, LEAD = "moderator", "carer", "safeguarding-lead"
HERE = "/peers/moderation/"

SHOWN = [
    Shown("moderators' queue", "peers:queue", MODERATOR, HERE),
    Shown("urgent item, folded", "peers:item", MODERATOR, "{peers-urgent}"),
    Shown("item that one has", "peers:item", MODERATOR, "{peers-item}", open_all_details),
    Shown("take an item over", "peers:item-take-over", MODERATOR, "{peers-urgent}take-over/", press("Take it over")),
    Shown("make it a case", "peers:item-refer", MODERATOR, "{peers-item}refer/"),
    Shown(
        "decide, with a pause", "peers:item-decide", MODERATOR, "{peers-item}decide/pause/", press("Pause the member")
    ),
    Shown("decide an appeal", "peers:item-appeal", MODERATOR, "{peers-item-appeal}", press("Send the answer")),
    Shown("decisions", "peers:decided", MODERATOR, f"{HERE}decisions/"),
    Shown("a decision, for moderators", "peers:act", MODERATOR, "{peers-act}", open_all_details),
    Shown("alarms", "peers:alarms", MODERATOR, f"{HERE}alarms/"),
    Shown("rota", "peers:rota", MODERATOR, f"{HERE}rota/"),
    Shown("plan hours", "peers:rota-new", MODERATOR, f"{HERE}rota/on-call/new/", press("Plan them")),
    Shown("change hours", "peers:rota-change", MODERATOR, "{peers-shift}"),
    Shown("ready-written messages", "peers:messages", MODERATOR, f"{HERE}messages/"),
    Shown("change a message", "peers:message", MODERATOR, f"{HERE}messages/change/warn-kind/"),
    Shown("add a message", "peers:message-new", MODERATOR, f"{HERE}messages/new/", press("Keep it")),
    Shown("urgent, for whoever is on call", "peers:on-call-item", LEAD, "{peers-on-call}"),
    Shown("report, what is wrong", "peers:report", CARER, "{peers-report}", press("Go on")),
    Shown(
        "report, danger, a few words",
        "peers:report-elsewhere",
        "",
        "/peers/report/",
        then(
            lambda page: page.get_by_label("Where is it?").fill("In the tea room"),
            lambda page: page.get_by_label("Somebody is in danger").check(),
            press("Go on"),
        ),
    ),
    Shown("report, sent", "peers:report-sent", "", "/peers/report/sent/?urgent=1"),
    Shown("a decision, for its member", "peers:decision", CARER, "{peers-decision}", open_all_details),
    Shown("ask for another look", "peers:appeal", CARER, "{peers-appeal}", press("Ask for another look")),
    Shown("how the room is looked after", "peers:transparency", "", "/peers/transparency/"),
]
NO_PAGES: dict[str, str] = {
    **dict.fromkeys(
        (
            "peers:queue-file",
            "peers:decided-file",
            "peers:alarms-file",
            "peers:rota-file",
            "peers:messages-file",
            "peers:transparency-file",
        ),
        A_FILE,
    ),
}
