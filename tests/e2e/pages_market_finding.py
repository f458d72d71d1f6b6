"""Pages of finding support, and of planning a year: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details

SHOWN = [
    Shown("market, find", "market:find", "", "/market/", open_all_details),
    Shown("market, price without its unit", "market:find", "", "/market/?most=15"),
    Shown("market, nothing found", "market:find", "", "/market/?need=payroll&q=company&area=kernow"),
    Shown("market, offer", "market:offer", "", "{market-offer}"),
    Shown("market, provider", "market:provider", "", "{market-provider}"),
    Shown("market, compare", "market:compare", "", "{market-compare}"),
]
NO_PAGES: dict[str, str] = dict.fromkeys(("market:find-file", "market:compare-file"), A_FILE)
