"""What a personal health budget is and can include: in plain words, after the programme's own documents.

Sources: NHS England, finance, commissioning and contracting handbook for personalised care, sections 2.7.1 (what it is
for), 2.7.2 (who has a right to one) and 2.7.4 (three ways to hold it); prospectus of the programme, September 2014,
section 4 (families' own examples).
"""

from dataclasses import dataclass

SOURCE = (
    "NHS England’s handbook on finance and contracts for personalised care, section 2.7; and the programme’s "
    "prospectus of September 2014"
)
# (picture, the full page's words, the words in Easy Read)
INCLUDED = (
    ("person", "Personal care and support, at home or when you go out", "It can pay for care at home."),
    ("people", "A helper whom you choose (a personal assistant), and their training", "It can pay for a helper."),
    ("health", "Therapies, such as physiotherapy", "It can pay for therapy."),
    ("yes", "Equipment", "It can pay for equipment."),
    ("place", "A trip or a break with support, in place of a stay in a care home", "It can pay for a break."),
    (
        "checklist",
        "Other things that you and your health team agree will help you stay well",
        "Ask about other things that help you.",
    ),
)
NOT_INCLUDED = "It is not extra money. It is another way to spend what the NHS would spend on you."
LIMITS = "Some things can’t be paid for, such as medicines on prescription. Your plan says what the money is for."


@dataclass(frozen=True)
class Way:
    """One way of holding the money: its name, and what it means in a line; `short` in Easy Read."""

    picture: str
    name: str
    words: str
    short: tuple[str, ...]


WAYS = (
    Way(
        "place",
        "Notional budget",
        "The NHS or the council keeps the money. They buy what is in your plan. You know how much there is.",
        ("The NHS can keep the money for you.", "They buy what is in your plan."),
    ),
    Way(
        "people",
        "Third-party budget",
        "Another group holds the money for you. They pay for what is in your plan.",
        ("Another group can hold the money for you.",),
    ),
    Way(
        "money",
        "Direct payment",
        "The money goes into an account of yours. You find and pay for the care in your plan.",
        ("The money can be paid to you.", "Then you pay for your care."),
    ),
)
MIXING = "You can mix the three ways. You can change later. Nobody has to take more control than they want."
MIXING_SHORT = "You can change your mind later."
