"""Pages of finding support, and of planning a year: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

WHO = "budget-holder"
SHOWN = [
    Shown("market, find", "market:find", "", "/market/", open_all_details),
    Shown("market, price without its unit", "market:find", "", "/market/?most=15"),
    Shown("market, nothing found", "market:find", "", "/market/?need=payroll&q=company&area=kernow"),
    Shown("market, offer", "market:offer", "", "{market-offer}"),
    Shown("market, provider", "market:provider", "", "{market-provider}"),
    Shown("market, compare", "market:compare", "", "{market-compare}"),
    Shown("market, shortlist", "market:shortlist", WHO, "/market/shortlist/"),
    Shown("market, plans", "market:plans", WHO, "/market/plans/"),
    Shown("market, plan a year, mistakes", "market:plan-new", WHO, "/market/plans/new/", press("Begin the plan")),
    Shown("market, plan", "market:plan", WHO, "{market-plan}", open_all_details),
    Shown("market, plan in Easy Read", "market:plan", WHO, "{market-plan}?easy-read=1"),
    Shown("market, change a plan", "market:plan-change", WHO, "{market-plan}change/"),
    Shown("market, delete a plan", "market:plan-delete", WHO, "{market-plan}delete/"),
    Shown("market, into which plan", "market:plan-add", WHO, "{market-plan-add}"),
    Shown("market, put an offer in", "market:plan-line-new", WHO, "{market-plan-offer}"),
    Shown(
        "market, employ somebody, mistakes",
        "market:plan-assistant-new",
        WHO,
        "{market-plan}lines/assistant/",
        press("Put it into the plan"),
    ),
    Shown("market, change a line", "market:plan-line-change", WHO, "{market-plan-line}"),
]
NO_PAGES: dict[str, str] = dict.fromkeys(
    ("market:find-file", "market:compare-file", "market:shortlist-file", "market:plan-file"), A_FILE
)
