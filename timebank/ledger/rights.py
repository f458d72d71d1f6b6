"""Who may use the ledger's addresses; see `accounts.rights_table`."""

from accounts.rights_table import AREA_STAFF, Row

READERS = (*AREA_STAFF, "evaluator", "board-member", "network-manager")
ACTING = ("practitioner", "area-lead", "commissioner", "network-manager")
CONFIRMING = ("area-lead", "network-manager")
MENTORS = ("budget-holder", "carer", "peer-supporter")

ROWS = [
    Row("timebank:start", READERS),
    Row("timebank:coordinate", ["network-manager"]),
    Row("timebank:mine", ACTING),
    Row("timebank:confirming", CONFIRMING),
    Row("timebank:giving", MENTORS),
]
