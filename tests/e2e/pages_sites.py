"""Pages of sites: an area's own, and those of the board."""

from tests.e2e.pages_shown import A_FILE, Shown, open_all_details, press

SITE, NEW_SITE = "{site}", "/areas/kernow/rollout/sites/add/"
SHOWN = [
    Shown("sites", "rollout:sites", "area-lead", "/areas/kernow/rollout/sites/"),
    Shown("sites, for a practitioner", "rollout:sites", "practitioner", "/areas/kernow/rollout/sites/"),
    Shown("site", "rollout:site", "area-lead", SITE),
    Shown("site, that mentors", "rollout:site", "area-lead", "{site-mentor}"),
    Shown("add a site", "rollout:site-add", "area-lead", NEW_SITE),
    Shown("add a site, mistakes", "rollout:site-add", "area-lead", NEW_SITE, press("Add the site")),
    Shown("move a site", "rollout:site-move", "area-lead", "{site-move}"),
    Shown("move a site, mistakes", "rollout:site-move", "area-lead", "{site-move}", press("Move the site")),
    Shown("take back a move", "rollout:site-take-back", "area-lead", "{site-take-back}"),
    Shown("correct a site", "rollout:site-correct", "area-lead", "{site-correct}"),
    Shown("a mentor for a site", "rollout:site-mentor", "area-lead", "{site-add-mentor}"),
    Shown("a mentor, mistakes", "rollout:site-mentor", "area-lead", "{site-add-mentor}", press("Save the mentor")),
    Shown("end a mentoring", "rollout:mentoring-end", "area-lead", "{mentoring-end}"),
    Shown("board, intakes", "programme:section", "board-member", "/programme/cohorts/", open_all_details),
    Shown("board, mentoring", "programme:section", "board-member", "/programme/mentoring/", open_all_details),
    Shown("board, equal age", "programme:section", "board-member", "/programme/equal-age/", open_all_details),
    Shown("board, all sites", "programme:sites", "board-member", "/programme/sites/"),
    Shown("board, no such site", "programme:sites", "board-member", "/programme/sites/?stage=6"),
]
NO_PAGES = {
    "rollout:sites-download": A_FILE,
    "rollout:site-moves-download": A_FILE,
    "programme:sites-download": A_FILE,
}
