"""What a commissioner looks at before a provider is recognised, by its kind.

A small community group is asked for less, so that it isn't kept out by paper: somebody spoke with them, and they know
what to do when they are worried about a person. Care that the law regulates is always looked up, whoever gives it.
"""

from dataclasses import dataclass

from market.models import Provider

Kind = Provider.Kind
LIGHTER_VALID_DAYS, VALID_DAYS = 365, 2 * 365


@dataclass(frozen=True)
class Item:
    """One thing to look at: `key` in data, `words` on the page."""

    key: str
    words: str


SPOKE = Item("spoke", "We spoke with them")
KNOWN = Item("known", "Somebody whom we know speaks for them")
WORRIED = Item("worried", "They know what to do when they are worried about somebody")
REGISTER = Item("register", "The number is in the public register, and the name is the same")
CARE_REGISTER = Item("care_register", "The Care Quality Commission’s register and last report")
INSURED = Item("insured", "Public liability insurance that is in date")
SAFEGUARDING = Item("safeguarding", "A safeguarding policy, and who leads on it")
STAFF_CHECKED = Item("staff_checked", "How they check their staff and volunteers (Disclosure and Barring Service)")
COMPLAINTS = Item("complaints", "How people complain, and who answers")
DATA = Item("data", "How they look after what they know about people")
REFERENCES = Item("references", "Two references")
STANDARD = Item("standard", "They keep the brokers’ standard")
CONFLICTS = Item("conflicts", "Their conflicts of interest are declared, and we can live with them")
ITEMS = (
    SPOKE, KNOWN, WORRIED, REGISTER, CARE_REGISTER, INSURED, SAFEGUARDING, STAFF_CHECKED, COMPLAINTS, DATA, REFERENCES,
    STANDARD, CONFLICTS,
)  # fmt: skip
BY_KEY = {item.key: item for item in ITEMS}

LIGHTER = (SPOKE, KNOWN, WORRIED)
USUAL = (INSURED, SAFEGUARDING, STAFF_CHECKED, COMPLAINTS, DATA)
BY_KIND = {
    Kind.COMMUNITY_GROUP: LIGHTER,
    Kind.CHARITY: USUAL,
    Kind.SOCIAL_ENTERPRISE: USUAL,
    Kind.USER_LED: USUAL,
    Kind.COMPANY: USUAL,
    Kind.SOLE_TRADER: (SPOKE, REFERENCES, INSURED, STAFF_CHECKED, WORRIED),
    Kind.NHS: (SPOKE, COMPLAINTS),
    Kind.COUNCIL: (SPOKE, COMPLAINTS),
}


def is_lighter(provider: Provider) -> bool:
    """Whether the lighter check is enough: a small community group that gives no regulated care and is no broker."""
    return provider.kind == Kind.COMMUNITY_GROUP and not provider.cqc_number and not provider.is_broker


def needed(provider: Provider) -> list[Item]:
    """What has to be looked at: by kind, and by what the provider says of itself."""
    found = list(BY_KIND[Kind(provider.kind)])
    if provider.kind == Kind.COMMUNITY_GROUP and not is_lighter(provider):
        found += [SAFEGUARDING, STAFF_CHECKED]
    if provider.charity_number or provider.company_number or provider.ods_code:
        found.append(REGISTER)
    if provider.cqc_number:
        found.append(CARE_REGISTER)
    if provider.is_broker:
        found += [STANDARD, CONFLICTS]
    return found


def may_look_at(provider: Provider) -> list[Item]:
    """What else can be looked at and ticked."""
    has = {item.key for item in needed(provider)}
    return [item for item in ITEMS if item.key not in has]


def usual_days(provider: Provider) -> int:
    """For how many days a check counts unless the commissioner says otherwise."""
    return LIGHTER_VALID_DAYS if is_lighter(provider) else VALID_DAYS
