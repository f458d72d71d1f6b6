"""Pages of safeguarding leads, of what members ask the board, and of the board's answers: one for each shape."""

from tests.e2e.pages_shown import A_FILE, Shown, press

LEAD, MANAGER, CARER, BOARD = "safeguarding-lead", "network-manager", "carer", "board-member"

SHOWN = [
    Shown("safeguarding", "peers:safeguarding", LEAD, "/peers/safeguarding/"),
    Shown(
        "safeguarding, open a case", "peers:safeguarding-new", LEAD, "/peers/safeguarding/new/", press("Open the case")
    ),
    Shown("safeguarding, script", "peers:safeguarding-emergency", LEAD, "/peers/safeguarding/emergency/"),
    Shown("safeguarding, identities", "peers:safeguarding-lookups", LEAD, "/peers/safeguarding/identities/"),
    Shown("safeguarding, case", "peers:safeguarding-case", LEAD, "{peers-case}"),
    Shown("safeguarding, note", "peers:safeguarding-note", LEAD, "{peers-case}note/"),
    Shown("safeguarding, step of the script", "peers:safeguarding-follow", LEAD, "{peers-case}emergency/identity/"),
    Shown("safeguarding, to do", "peers:safeguarding-step-new", LEAD, "{peers-case}step/"),
    Shown("safeguarding, done", "peers:safeguarding-step-done", LEAD, "{peers-case-step}"),
    Shown("safeguarding, urgency", "peers:safeguarding-urgency", LEAD, "{peers-case}urgency/"),
    Shown("safeguarding, state", "peers:safeguarding-state", LEAD, "{peers-case}state/"),
    Shown("safeguarding, identity", "peers:safeguarding-identity", LEAD, "{peers-case}identity/"),
    Shown("tell the safeguarding leads", "peers:safeguarding-tell", CARER, "/peers/safeguarding/tell/"),
    Shown("what members ask", "peers:themes", CARER, "/peers/heard/"),
    Shown("theme, answered", "peers:theme", CARER, "{peers-theme}"),
    Shown("ask the board", "peers:theme-propose", CARER, "{peers-ask}", press("Send it")),
    Shown("change what one asks", "peers:theme-change", CARER, "{peers-theme-own}change/"),
    Shown("take back what one asks", "peers:theme-take-back", CARER, "{peers-theme-own}take-back/"),
    Shown("themes, for the board", "peers:board-themes", BOARD, "/peers/heard/board/"),
    Shown("theme, for the board", "peers:board-theme", MANAGER, "{peers-board-theme}"),
    Shown("theme, answer", "peers:theme-answer", MANAGER, "{peers-board-theme}answer/"),
    Shown("theme, what came of it", "peers:theme-update", MANAGER, "{peers-board-theme}update/"),
    Shown("theme, number needed", "peers:theme-rule", MANAGER, "/peers/heard/board/rule/"),
]
NO_PAGES: dict[str, str] = dict.fromkeys(
    (
        "peers:safeguarding-file",
        "peers:safeguarding-lookups-file",
        "peers:safeguarding-case-file",
        "peers:themes-file",
        "peers:board-themes-file",
    ),
    A_FILE,
)
