"""Pages of providers and of those who check: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

EDITOR, CHECKER = "provider-editor", "commissioner"
OWN, OFFER, DRAFT = "{market-own}", "{market-own-offer}", "{market-own-draft}"
SHOWN = [
    Shown("market, join", "market:provider-join", "", "/market/provider/join/"),
    Shown("market, brokers’ standard", "market:brokers-standard", "", "/market/brokers-standard/"),
    Shown("market, start", "market:provider-start", EDITOR, "/market/provider/start/", press("Save and go on")),
    Shown("market, provider's home", "market:provider-own", EDITOR, OWN),
    Shown("market, profile", "market:provider-profile", EDITOR, f"{OWN}profile/broker/"),
    Shown("market, people", "market:provider-people", EDITOR, f"{OWN}people/", press("Invite them")),
    Shown("market, close", "market:provider-close", EDITOR, f"{OWN}close/"),
    Shown("market, own offer", "market:offer-own", EDITOR, OFFER, open_all_details),
    Shown("market, question", "market:offer-write", EDITOR, f"{DRAFT}write/price/"),
    Shown("market, picture", "market:offer-write", EDITOR, f"{DRAFT}write/picture/"),
    Shown("market, preview", "market:offer-preview", EDITOR, f"{DRAFT}preview/"),
    Shown("market, places", "market:offer-capacity", EDITOR, f"{OFFER}places/"),
    Shown("market, pause", "market:offer-pause", EDITOR, f"{OFFER}pause/"),
    Shown("market, take back", "market:offer-withdraw", EDITOR, f"{OFFER}withdraw/"),
    Shown("market, checks", "market:checks", CHECKER, "/market/checks/"),
    Shown("market, check a provider", "market:check-provider", CHECKER, "{market-check-provider}", press("Decide")),
    Shown("market, check an offer", "market:check-offer", CHECKER, "{market-check-offer}", open_all_details),
    Shown("market, take off", "market:check-offer-take-off", CHECKER, "{market-check-offer}take-off/"),
    Shown("market, providers of an area", "market:check-providers", CHECKER, "/market/checks/providers/"),
    Shown("market, invite", "market:check-invite", CHECKER, "/market/checks/invite/"),
]
NO_PAGES: dict[str, str] = {
    "market:provider-home": "leads on to the provider's own page",
    "market:offer-picture": "a picture, no page",
    "market:provider-file": A_FILE,
    "market:provider-zip": A_FILE,
    "market:checks-file": A_FILE,
    "market:check-providers-file": A_FILE,
    "market:area-everything": A_FILE,
}
