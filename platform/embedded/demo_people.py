"""The demo's sign-ins: one for each role, all with the demo's password."""

import os
from dataclasses import dataclass

DEFAULT_PASSWORD = "south-west-2014"  # noqa: S105 - the demo's only; it is printed at every start
HOME_AREA, SECOND_AREA = "kernow", "bristol"


@dataclass(frozen=True)
class DemoPerson:
    """Someone who signs in to the demo. `area` is the slug of the area their role is in, if it is in one.

    `organisation` is that of the invented organisation that they write for.
    """

    sign_in: str
    role: str
    name: str
    area: str | None = None
    organisation: str | None = None

    @property
    def email(self) -> str:
        """The address they sign in with."""
        return f"{self.sign_in}@demo.example"


PEOPLE = (
    DemoPerson("board-member", "board-member", "Bryony Board"),
    DemoPerson("network-manager", "network-manager", "Nadia Network"),
    DemoPerson("area-lead", "area-lead", "Ailsa Lead", HOME_AREA),
    DemoPerson("finance-lead", "finance-lead", "Femi Finance", HOME_AREA),
    DemoPerson("practitioner", "practitioner", "Priya Practice", HOME_AREA),
    DemoPerson("commissioner", "commissioner", "Colin Commission", HOME_AREA),
    DemoPerson("area-lead-bristol", "area-lead", "Bashir Lead", SECOND_AREA),
    DemoPerson("budget-holder", "budget-holder", "Bea Budget", HOME_AREA),
    DemoPerson("carer", "carer", "Carys Carer", HOME_AREA),
    DemoPerson("peer-supporter", "peer-supporter", "Pat Peer", HOME_AREA),
    DemoPerson("provider-editor", "provider-editor", "Rowan Provider", organisation="sample-tamar-company"),
    DemoPerson("moderator", "moderator", "Mo Moderate"),
    DemoPerson("moderator-second", "moderator", "Max Moderate"),
    DemoPerson("safeguarding-lead", "safeguarding-lead", "Sasha Safe"),
    DemoPerson("knowledge-editor", "knowledge-editor", "Kit Knowledge"),
    DemoPerson("evaluator", "evaluator", "Eve Evaluate"),
    DemoPerson("operator", "operator", "Oli Operate"),
)


def password() -> str:
    """The demo's password: `IPC_DEMO_PASSWORD`, else the one that the documentation names."""
    return os.environ.get("IPC_DEMO_PASSWORD") or DEFAULT_PASSWORD
