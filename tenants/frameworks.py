"""The lists that the programme's own documents number: service components, key actions, criteria of a plan.

Sources: Integrated Personal Commissioning: emerging framework (NHS England, May 2016), sections 1 to 5; Finance,
Commissioning and Contracting Handbook for Personalised Care (NHS England, August 2019), 2.1.2 and 2.3.4. The words are
ours; the handbook is later than the programme's own dates, and its list stands in for those of the time.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Component:
    """A service component of the emerging framework: `key` 1A to 5B, and the part of the framework it belongs to."""

    key: str
    name: str
    part: str


COMPONENTS = (
    Component("1A", "Finding the people, and costing care person by person", "Proactive coordination of care"),
    Component("1B", "A statement of resources for each person", "Proactive coordination of care"),
    Component("2A", "Community connectors", "Community capacity and peer support"),
    Component("2B", "Peer support as a matter of course", "Community capacity and peer support"),
    Component("3A", "One way of planning, with its resources", "Personalised care and support planning"),
    Component("3B", "Teams that plan and coordinate", "Personalised care and support planning"),
    Component("4A", "One way of setting budgets", "Choice and control"),
    Component("4B", "Three ways of holding a budget", "Choice and control"),
    Component("5A", "Money released from block contracts", "Personalised commissioning and payment"),
    Component("5B", "A framework for contracts", "Personalised commissioning and payment"),
)
COMPONENT_CHOICES = [(component.key, f"{component.key}: {component.name}") for component in COMPONENTS]
COMPONENT_BY_KEY = {component.key: component for component in COMPONENTS}

# The ten key finance, commissioning and contracting actions.
KEY_ACTIONS = (
    "Every contract and specification reflects personalised care",
    "Shared decision making is part of the pathways that were chosen for it",
    "Every pathway for a long-term condition has personalised care and support plans",
    "Every contract includes the legal rights to choice, and flexible approaches",
    "Social prescribing grows, and communities are supported to grow with it",
    "Supported self-care for long-term conditions is widened",
    "Providers know of personal health budgets, and are helped to offer them",
    "Local incentives or pilots help the first providers to begin",
    "A local plan develops data systems, and contracts are monitored for personalised care",
    "Lead commissioners of integrated care provider contracts have been considered",
)
KEY_ACTION_CHOICES = [(number, f"{number}: {words}") for number, words in enumerate(KEY_ACTIONS, 1)]

# A personalised care and support plan counts only where all five hold.
PLAN_CRITERIA = (
    ("central", "The person is central to making and agreeing the plan, and decides who takes part"),
    ("conversation", "Conversations look ahead, and are about what matters to the person and their whole wellbeing"),
    ("outcomes", "The person agrees the outcomes that they want, together with the professionals concerned"),
    ("shareable", "The person has a plan that can be shared and says what matters, the outcomes and how to reach them"),
    ("review", "The person can have the plan reviewed, formally and informally"),
)

# The protected characteristics of the Equality Act 2010, section 4, and three more that commissioners look at.
CHARACTERISTICS = (
    ("age", "Age"),
    ("disability", "Disability"),
    ("gender_reassignment", "Gender reassignment"),
    ("marriage", "Marriage and civil partnership"),
    ("pregnancy", "Pregnancy and maternity"),
    ("race", "Race and ethnicity"),
    ("religion", "Religion or belief"),
    ("sex", "Sex"),
    ("sexual_orientation", "Sexual orientation"),
    ("carers", "Carers"),
    ("deprivation", "Deprivation"),
    ("rurality", "Living in the country, far from services"),
)
