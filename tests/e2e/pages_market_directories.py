"""Pages of other directories: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

JSON = "an answer for programs, in JSON"
SHOWN = [
    Shown("directories", "market:directories", "commissioner", "/market/directories/", open_all_details),
    Shown(
        "add a directory, mistakes",
        "market:directory-add",
        "commissioner",
        "/market/directories/add/",
        press("Add the directory"),
    ),
    Shown("directory", "market:directory", "commissioner", "{market-directory}"),
    Shown("change a directory", "market:directory-change", "commissioner", "{market-directory}change/"),
    Shown("send a directory’s file", "market:directory-send", "commissioner", "{market-directory}send/"),
    Shown("services of a directory", "market:directory-records", "commissioner", "{market-directory}services/"),
    Shown("reading, tried out", "market:directory-run", "commissioner", "{market-directory-tried}"),
    Shown("reading, refused", "market:directory-run", "commissioner", "{market-directory-refused}"),
    Shown("service, a change waits", "market:directory-record", "commissioner", "{market-directory-service}"),
    Shown(
        "edit a service of a directory",
        "market:directory-record-edit",
        "commissioner",
        "{market-directory-service}edit/",
    ),
]
FEED = (
    "root",
    "openapi",
    "services",
    "service",
    "organisations",
    "organisation",
    "at-locations",
    "at-location",
    "taxonomies",
    "taxonomy",
    "terms",
    "term",
    "nothing-here",
)
NO_PAGES: dict[str, str] = {
    **dict.fromkeys(("market:directories-file", "market:directory-run-file"), A_FILE),
    **{f"open_referral:{name}": JSON for name in FEED},
}
