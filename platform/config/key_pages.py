"""The pages that `ipc demo --check` opens, of the parts that have none of their own registrations."""

from embedded.checks import register

BOARD_READERS = ("board-member", "network-manager", "area-lead", "finance-lead", "commissioner", "evaluator")
KERNOW_STAFF = ("area-lead", "finance-lead", "practitioner", "commissioner")
# Each page of the time bank, and words that stand on it only where the sample was made.
TIME_BANK = (
    ("/timebank/", "What we could help with"),
    ("/timebank/offers/", "Sample: "),
    ("/timebank/requests/", "Sample: Sharing risk with the acute trust"),
    ("/timebank/sessions/", "Sample: complex care hub, first visit"),
    ("/timebank/accounts/kernow/", "Statement: NHS Kernow"),
    ("/timebank/picture/", "of help so far:"),
    ("/timebank/picture/", "70%"),  # of hours that came of requests went to first priorities
    ("/timebank/fair-shares/", "Every area the same share"),
    ("/timebank/matching/", "The latest run"),
)


def register_all() -> None:
    """What a visitor, each role of the board and each role of an area has to find, and what stays closed."""
    register("", "/", "Integrated Personal Commissioning")
    register("", "/areas/", "Kernow")
    register("", "/your-turn/", "Cornwall")
    register("", "/your-turn/kernow/mental-health/", "Kernow")
    for who in BOARD_READERS:
        register(who, "/programme/", "people had a personal health budget")
    register("board-member", "/programme/", "To be confirmed")
    register("board-member", "/programme/budgets/", "198")
    for who in KERNOW_STAFF:
        register(who, "/areas/kernow/", "Kernow")
        register(who, "/areas/bristol/", "", status=404)
    register("area-lead-bristol", "/areas/bristol/", "Bristol")
    register("area-lead", "/areas/kernow/team/", "Ailsa Lead")
    register("area-lead", "/areas/kernow/returns/", "April to June 2015")
    register("area-lead-bristol", "/areas/kernow/returns/", "", status=404)
    register("board-member", "/programme/returns/", "areas")
    register("budget-holder", "/programme/", "", status=403)
    register("network-manager", "/network/load/", "")
    register("knowledge-editor", "/cms/", "")
    _time_bank()
    _peer_network()
    _market()


def _market() -> None:
    """What everybody, buyers, a provider and a commissioner find there, and that another area's figures stay closed."""
    register("", "/market/", "A personal assistant around Exeter")
    register("", "/market/?need=care_at_home&area=kernow&come=village", "Nothing found yet")
    register("", "/market/statements/kernow/2015/", "the last ten miles")
    register("", "/open-referral/services", "Company in the evening")
    register("budget-holder", "/market/enquiries/", "Company in the evening")
    register("carer", "/market/together/", "About 10 people")
    register("provider-editor", "/market/provider/enquiries/", "Moss")
    register("provider-editor", "/market/provider/needed/", "Short breaks")
    register("commissioner", "/market/checks/", "Sample: Lizard Helpers")
    register("commissioner", "/market/areas/kernow/gaps/", "rural crisis cover")
    register("commissioner", "/market/areas/bristol/gaps/", "", status=404)
    register("budget-holder", "/market/areas/kernow/gaps/", "", status=403)


def _peer_network() -> None:
    """What members find there, and that nobody else does."""
    for who in ("budget-holder", "carer", "peer-supporter"):
        register(who, "/peers/", "Go on where you left off")
    register("moderator", "/peers/spaces/tea-room/", "Say hello here")
    register("budget-holder", "/peers/search/?q=advert", "My first job advert")
    register("carer", "/peers/me/posts/", "Shown")
    register("", "/peers/rules/", "Be kind")
    register("", "/peers/help/", "116 123")
    for who in ("board-member", "area-lead", "network-manager"):
        register(who, "/peers/", "", status=403)


def _time_bank() -> None:
    """What an area's lead, the board and the network manager find of it; people with a budget give time, no more."""
    for path, text in TIME_BANK:
        register("area-lead", path, text)
        register("network-manager", path, "")
    for path in ("/timebank/", "/timebank/picture/", "/timebank/fair-shares/"):
        register("board-member", path, "")
    register("area-lead-bristol", "/timebank/accounts/bristol/", "Statement: NHS Bristol")
    register("budget-holder", "/timebank/picture/", "", status=403)
