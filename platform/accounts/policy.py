"""The rights policy: every role, what it is for, and what it may do.

This is the one place to read or change it. Memberships store a role's slug, so a slug never changes; the text and the
rights of a role may. The table in `docs/` and each app's `rights.py` state the same from the outside, and a test
compares the two at every address.
"""

from dataclasses import dataclass
from enum import StrEnum

from accounts.permissions import Permission


class Scope(StrEnum):
    """Where a role can be held."""

    NETWORK = "network"
    AREA = "area"
    ORGANISATION = "organisation"
    AREA_OR_NETWORK = "area-or-network"


class UnknownRole(ValueError):
    """A role that this policy does not have."""


class WrongScope(ValueError):
    """A role that is to be held where it cannot be; the message is a finished sentence."""


@dataclass(frozen=True)
class Role:
    """A role. `staff` roles need two-step sign-in, and their sessions end after 30 minutes without a click."""

    slug: str
    name: str
    description: str
    scope: Scope
    staff: bool
    permissions: frozenset[Permission]


# Only in a timed session that was begun with a reason, and is logged: nobody holds these as a standing power.
NEEDS_STAFF_SESSION = frozenset({Permission.GALLERY_READ, Permission.ADMIN_OPEN})
# Whoever has a role may follow the long work that they started.
EVERY_ROLE = frozenset({Permission.JOB_READ})
AREA_STAFF = EVERY_ROLE | {
    Permission.BOARD_READ,
    Permission.AREA_READ,
    Permission.TIMEBANK_READ,
    Permission.LEARNING_COMPLETE,
    Permission.RESOURCE_MARK,
}

BUDGET_HOLDER = Role(
    slug="budget-holder",
    name="Budget holder",
    description="A person with a personal budget. Meets peers, finds support to buy, sees their own statement only.",
    scope=Scope.AREA_OR_NETWORK,
    staff=False,
    permissions=EVERY_ROLE | {Permission.TIMEBANK_GIVE, Permission.PEERS_TAKE_PART, Permission.MARKET_BUY},
)
CARER = Role(
    slug="carer",
    name="Carer",
    description="Cares for somebody with a personal budget. May do what a budget holder may.",
    scope=Scope.AREA_OR_NETWORK,
    staff=False,
    permissions=EVERY_ROLE | {Permission.TIMEBANK_GIVE, Permission.PEERS_TAKE_PART, Permission.MARKET_BUY},
)
PEER_SUPPORTER = Role(
    slug="peer-supporter",
    name="Peer supporter",
    description="Welcomes and helps people in the peer network, from their own experience.",
    scope=Scope.AREA_OR_NETWORK,
    staff=False,
    permissions=EVERY_ROLE
    | {Permission.TIMEBANK_GIVE, Permission.PEERS_TAKE_PART, Permission.PEERS_WELCOME, Permission.MARKET_BUY},
)
PROVIDER_EDITOR = Role(
    slug="provider-editor",
    name="Provider editor",
    description="Publishes the offers of one organisation and answers what people ask about them.",
    scope=Scope.ORGANISATION,
    staff=False,
    permissions=EVERY_ROLE | {Permission.MARKET_OFFER},
)
PRACTITIONER = Role(
    slug="practitioner",
    name="Practitioner",
    description="Works in an area's site team. Reads the area's roll-out and the board's pages, and acts for the area "
    "in the time bank.",
    scope=Scope.AREA,
    staff=True,
    permissions=AREA_STAFF | {Permission.TIMEBANK_ACT},
)
AREA_LEAD = Role(
    slug="area-lead",
    name="Area lead",
    description="Runs an area's roll-out: changes its plan, signs its returns, releases finance sums that its finance "
    "lead proposed, confirms its sessions of the time bank, keeps the consents to its stories, invites its team, sees "
    "who did what.",
    scope=Scope.AREA,
    staff=True,
    permissions=AREA_STAFF
    | {
        Permission.PLAN_EDIT,
        Permission.ROLLOUT_EDIT,
        Permission.RETURN_EDIT,
        Permission.RETURN_SIGN,
        Permission.FINANCE_READ,
        Permission.FINANCE_RELEASE,
        Permission.TEAM_MANAGE,
        Permission.AUDIT_READ,
        Permission.RELEASE_RULE_CHOOSE,
        Permission.TIMEBANK_ACT,
        Permission.TIMEBANK_CONFIRM,
        Permission.STORY_CONSENT_KEEP,
    },
)
FINANCE_LEAD = Role(
    slug="finance-lead",
    name="Finance lead",
    description="Loads an area's data, runs its finance models and keeps its registers. Reads the area's roll-out and "
    "the board's pages.",
    scope=Scope.AREA,
    staff=True,
    permissions=AREA_STAFF | {Permission.FINANCE_READ, Permission.FINANCE_EDIT, Permission.RELEASE_RULE_CHOOSE},
)
COMMISSIONER = Role(
    slug="commissioner",
    name="Commissioner",
    description="Shapes the market of an area: checks providers and offers, sees what is missing, publishes its market "
    "position statement. Acts for it in the time bank. Reads the area's roll-out and the board's pages.",
    scope=Scope.AREA,
    staff=True,
    permissions=AREA_STAFF | {Permission.TIMEBANK_ACT, Permission.MARKET_CHECK, Permission.MARKET_SHAPE},
)
MODERATOR = Role(
    slug="moderator",
    name="Moderator",
    description="Keeps the peer network kind and safe. Sees no area's workspace, no figures, and not who a member is.",
    scope=Scope.NETWORK,
    staff=True,
    permissions=EVERY_ROLE | {Permission.PEERS_TAKE_PART, Permission.PEERS_MODERATE},
)
KNOWLEDGE_EDITOR = Role(
    slug="knowledge-editor",
    name="Knowledge editor",
    description="Writes and publishes pages, pictures and documents, and keeps the consents to stories. Cannot change "
    "people, roles or settings.",
    scope=Scope.NETWORK,
    staff=True,
    permissions=EVERY_ROLE | {Permission.CMS_EDIT, Permission.DRAFTS_READ, Permission.STORY_CONSENT_KEEP},
)
EVALUATOR = Role(
    slug="evaluator",
    name="Evaluator",
    description="Studies what changed, from figures about groups of people. Never sees a single person's record.",
    scope=Scope.NETWORK,
    staff=True,
    permissions=EVERY_ROLE
    | {Permission.BOARD_READ, Permission.DRAFTS_READ, Permission.FINANCE_REGION_READ, Permission.TIMEBANK_READ},
)
BOARD_MEMBER = Role(
    slug="board-member",
    name="Board member",
    description="Sits on the programme board and reads its pages. Never sees a single person's record.",
    scope=Scope.NETWORK,
    staff=False,  # some are people with lived experience; what they read is published figures only
    permissions=EVERY_ROLE | {Permission.BOARD_READ, Permission.DRAFTS_READ, Permission.TIMEBANK_READ},
)
# Edits pages as a knowledge editor does, under the same rules of co-production. The consents to stories stay with those
# who talk with the people whose stories they are: editors and the area's lead. A manager sees whether one covers a
# story, and no longer opens a story whose consent was taken back.
NETWORK_MANAGER = Role(
    slug="network-manager",
    name="Network manager",
    description="Sets up areas, loads the network's figures and invites people to its roles. Sets the terms of finance "
    "releases and reads their sums. Disputes a return in words. Runs the time bank. Writes and publishes pages. Cannot "
    "open an area's workspace, change an area's own figures, or see the consents to stories.",
    scope=Scope.NETWORK,
    staff=True,
    permissions=EVERY_ROLE
    | {
        Permission.BOARD_READ,
        Permission.DRAFTS_READ,
        Permission.CMS_EDIT,
        Permission.BOARD_ACT,
        Permission.FINANCE_REGION_READ,
        Permission.FINANCE_TERMS_SET,
        Permission.NETWORK_LOAD,
        Permission.AREA_CREATE,
        Permission.INVITE_NETWORK_ROLES,
        Permission.AUDIT_READ,
        Permission.DATA_REQUESTS_ANSWER,
        Permission.RELEASE_RULE_CHOOSE,
        Permission.TIMEBANK_READ,
        Permission.TIMEBANK_ACT,
        Permission.TIMEBANK_CONFIRM,
        Permission.TIMEBANK_COORDINATE,
    },
)
SAFEGUARDING_LEAD = Role(
    slug="safeguarding-lead",
    name="Safeguarding lead",
    description="Works on safeguarding cases and may open a sealed identity, with a reason. Nothing else.",
    scope=Scope.NETWORK,
    staff=True,
    permissions=EVERY_ROLE | {Permission.PEERS_SAFEGUARD},
)
OPERATOR = Role(
    slug="operator",
    name="Operator",
    description="Keeps the service running, in timed sessions that are logged. Sees no area's data.",
    scope=Scope.NETWORK,
    staff=True,
    permissions=EVERY_ROLE | {Permission.STAFF_SESSION_START, Permission.GALLERY_READ, Permission.ADMIN_OPEN},
)

ROLES: dict[str, Role] = {
    role.slug: role
    for role in (
        BUDGET_HOLDER,
        CARER,
        PEER_SUPPORTER,
        PROVIDER_EDITOR,
        PRACTITIONER,
        AREA_LEAD,
        FINANCE_LEAD,
        COMMISSIONER,
        MODERATOR,
        KNOWLEDGE_EDITOR,
        EVALUATOR,
        BOARD_MEMBER,
        NETWORK_MANAGER,
        SAFEGUARDING_LEAD,
        OPERATOR,
    )
}
CHOICES = [(role.slug, role.name) for role in ROLES.values()]
NETWORK_ROLES = [role for role in ROLES.values() if role.scope in (Scope.NETWORK, Scope.AREA_OR_NETWORK)]
AREA_ROLES = [role for role in ROLES.values() if role.scope in (Scope.AREA, Scope.AREA_OR_NETWORK)]


def role(slug: str) -> Role:
    """The role with this slug; raises UnknownRole with a sentence for people."""
    try:
        return ROLES[slug]
    except KeyError:
        raise UnknownRole(f"There is no role “{slug}”. The roles are: {', '.join(ROLES)}.") from None


def name_of(slug: str) -> str:
    """The role's name; its slug where the policy has it no longer."""
    return ROLES[slug].name if slug in ROLES else slug


def permissions_of(slug: str) -> frozenset[Permission]:
    """The rights of a role; none for a role that has left the policy, so that an old row gives nothing."""
    found = ROLES.get(slug)
    return found.permissions if found else frozenset()


def check_scope(slug: str, *, area: object | None, organisation: object | None) -> Role:
    """The role, if it can be held here; else raises UnknownRole or WrongScope, in words."""
    found = role(slug)
    if area is not None and organisation is not None:
        raise WrongScope("A role belongs to an area or to an organisation, not to both.")
    held_at = Scope.AREA if area is not None else Scope.ORGANISATION if organisation is not None else Scope.NETWORK
    allowed = {Scope.AREA, Scope.NETWORK} if found.scope is Scope.AREA_OR_NETWORK else {found.scope}
    if held_at not in allowed:
        needs = {
            Scope.AREA: "is held in an area: say which",
            Scope.ORGANISATION: "is held in an organisation: say which",
            Scope.NETWORK: "is held in the whole network, without an area or an organisation",
            Scope.AREA_OR_NETWORK: "is held in an area or in the whole network",
        }
        raise WrongScope(f"The role “{found.name}” {needs[found.scope]}.")
    return found
