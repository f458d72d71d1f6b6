"""The pages that `ipc demo --check` opens, of the parts that have none of their own registrations."""

from embedded.checks import register

BOARD_READERS = ("board-member", "network-manager", "area-lead", "finance-lead", "commissioner", "evaluator")
KERNOW_STAFF = ("area-lead", "finance-lead", "practitioner", "commissioner")


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
