"""Pages of market position statements: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown

COMMISSIONER, OWN = "commissioner", "/market/areas/kernow/"
STATEMENT, DRAFT = "/market/statements/kernow/2015/", f"{OWN}statement/draft/"

SHOWN = [
    Shown("market, statements", "market:statements", "", "/market/statements/"),
    Shown("market, statement", "market:statement", "", STATEMENT),
    Shown("market, statement, first version", "market:statement-version", "", f"{STATEMENT}versions/1/"),
    Shown("market, interest", "market:statement-interest", "provider-editor", f"{STATEMENT}interest/"),
    Shown("market, what an offer answers", "market:offer-answers", "provider-editor", "{market-answers}"),
    Shown("market, my area", "market:statement-mine", COMMISSIONER, "/market/areas/"),
    Shown("market, my statement", "market:statement-own", COMMISSIONER, f"{OWN}statement/"),
    Shown("market, draft", "market:statement-draft", COMMISSIONER, DRAFT),
    Shown("market, a part of a draft", "market:statement-write", COMMISSIONER, f"{DRAFT}missing/"),
    Shown("market, publish a statement", "market:statement-publish", COMMISSIONER, f"{DRAFT}publish/"),
    Shown("market, throw a draft away", "market:statement-discard", COMMISSIONER, f"{DRAFT}discard/"),
    Shown("market, gaps", "market:gaps", COMMISSIONER, f"{OWN}gaps/"),
    Shown("market, new intervention", "market:intervention-new", COMMISSIONER, f"{OWN}gaps/interventions/new/"),
    Shown("market, intervention", "market:intervention", COMMISSIONER, "{market-intervention}"),
]
NO_PAGES: dict[str, str] = dict.fromkeys(
    ("market:statements-file", "market:statement-file", "market:statement-own-file", "market:gaps-file"), A_FILE
) | {"market:statements-feed": "a feed, for readers of feeds"}
