"""Pages of asking, of what is missing, and of clubbing together: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, fill, press, then

WHO, EDITOR, CHECKER = "budget-holder", "provider-editor", "commissioner"
SHOWN = [
    Shown("market, ask", "market:enquire", WHO, "{market-ask}", press("Send")),
    Shown("market, asked", "market:enquiries", WHO, "/market/enquiries/"),
    Shown("market, chosen name", "market:enquiry-name", WHO, "/market/enquiries/name/"),
    Shown("market, talk", "market:enquiry", WHO, "{market-enquiry}"),
    Shown("market, talk that is closed", "market:enquiry", WHO, "{market-enquiry-closed}"),
    Shown(
        "market, what they will see",
        "market:enquiry-share",
        WHO,
        "{market-enquiry}share/",
        then(fill("Telephone number (optional)", "01872 000000"), press("Go on")),
    ),
    Shown("market, close a talk", "market:enquiry-close", WHO, "{market-enquiry}close/"),
    Shown("market, report", "market:enquiry-report", WHO, "{market-enquiry-report}", press("Report it")),
    Shown("market, give feedback", "market:feedback-give", WHO, "{market-feedback-give}", press("Send it")),
    Shown("market, own feedback", "market:feedback", WHO, "/market/enquiries/feedback/"),
    Shown("market, enquiries", "market:provider-enquiries", EDITOR, "/market/provider/enquiries/"),
    Shown("market, enquiry", "market:provider-enquiry", EDITOR, "{market-provider-enquiry}"),
    Shown("market, feedback on us", "market:provider-feedback", EDITOR, "/market/provider/feedback/"),
    Shown("market, answer feedback", "market:provider-feedback-answer", EDITOR, "{market-feedback-answer}"),
    Shown("market, to read", "market:to-read", CHECKER, "/market/checks/words/"),
    Shown("market, read feedback", "market:feedback-read", CHECKER, "{market-feedback-read}", press("Decide")),
    Shown("market, reported message", "market:report", CHECKER, "{market-report}"),
    Shown("market, missing", "market:missing", WHO, "/market/missing/"),
    Shown("market, say what is missing", "market:missing-step", WHO, "/market/missing/say/need/", press("Go on")),
    Shown("market, needs of an area", "market:area-needs", CHECKER, "/market/areas/kernow/needs/"),
    Shown("market, what is needed where", "market:needed", EDITOR, "/market/provider/needed/"),
    Shown("market, clubs", "market:clubs", WHO, "/market/together/"),
    Shown("market, look for others", "market:club-look", WHO, "{market-look}"),
    Shown("market, club", "market:club", WHO, "{market-club}"),
    Shown("market, yes to a price", "market:club-yes", WHO, "{market-club-yes}"),
    Shown("market, what people look for", "market:provider-clubs", EDITOR, "/market/provider/together/"),
    Shown("market, give a price", "market:provider-club", EDITOR, "{market-provider-club}", press("Give this price")),
]
NO_PAGES: dict[str, str] = dict.fromkeys(
    ("market:provider-enquiries-file", "market:area-needs-file", "market:needed-file", "market:provider-clubs-file"),
    A_FILE,
) | {
    "market:missing-say": "leads on to the first question",
    "market:missing-check": "leads on to the first question until all are answered; a list of answers and a button",
    "market:needs": "leads on to the own area",
    "market:provider-enquiry-close": "the same question as for whoever asked",
    "market:provider-enquiry-report": "the same form as for whoever asked",
}
