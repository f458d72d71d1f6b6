"""The sample topics and learning pages."""

# (slug, title, in short)
TOPICS = (
    ("care-planning", "Care planning", "How to plan with a person, from the first talk to looking at the plan again."),
    ("budgets", "Budgets and brokerage", "First amounts, ways to hold a budget, employing somebody, and brokers."),
    ("money", "Money and contracts", "For areas: amounts per person, and money out of block contracts."),
    ("peer-support", "Peer support", "Beginning a group, and looking after the people who support others."),
    ("market", "Market and unmet need", "Telling providers what is needed, and finding out what is missing."),
    ("data-and-learning", "Working and learning together", "Co-production, sharing information, and evaluation."),
    ("in-peoples-words", "In people’s words", "Stories of people and their families."),
)  # fmt: skip
# (number of the implementation cohort, slug, title, in short, groups, steps as (slug of a resource, what to do))
LEARNING = (
    (1, "first-cohort-begin-together", "Begin together",
     "For the first sites. Afterwards you can plan with a person, say what a first amount is, and begin a peer group.",
     [], (
         ("co-production-from-the-first-meeting", "Plan your next meeting with it."),
         ("an-hour-on-what-matters", "Lead the hour with somebody who has used services."),
         ("five-talks-that-make-a-plan", "Try the first talk with one person."),
         ("capitation-in-plain-words", "Explain it to a colleague."),
     )),
    (2, "second-cohort-from-plan-to-budget", "From plan to budget",
     "For sites that join in the second intake. It goes from the first amount to the three ways to hold it.",
     ["multiple_ltc", "children_complex_needs"], (
         ("setting-a-first-budget", "Write the list of step one for one person."),
         ("letter-your-first-amount", "Read it aloud to somebody outside your team."),
         ("ways-to-hold-a-budget", "Say which one you would choose, and why."),
         ("what-a-broker-does", "Ask a broker the second question."),
     )),
    (3, "third-cohort-a-plan-that-is-owned", "A plan that somebody owns",
     "For teams that plan with people who find words hard, or who have bad weeks.",
     ["learning_disability", "mental_health"], (
         ("when-somebody-does-not-use-words", "Keep the diary for two weeks."),
         ("a-plan-on-two-pages", "Fill in page one with somebody."),
         ("a-peer-group-in-twelve-weeks", "Find the room with the kettle."),
         ("looking-after-peer-supporters", "Ask a peer supporter what is missing from it."),
     )),
    (4, "fourth-cohort-shaping-the-market", "Shaping the market",
     "For commissioners and site leads. Afterwards you can say what is missing in your area, and act on it.",
     [], (
         ("what-could-you-not-find", "Ask the six questions of three people."),
         ("a-market-position-statement-that-is-read", "Write the page on gaps."),
         ("money-out-of-a-block-contract", "Name the service that you would begin with."),
     )),
    (5, "fifth-cohort-looking-back", "Looking back, and passing it on",
     "For the last intake, and for sites that mentor others. How to see what changed, and to share it safely.",
     [], (
         ("what-twenty-people-can-tell-you", "Write down what you expect to change."),
         ("did-our-letters-make-sense", "Find a group to read your letters."),
         ("four-questions-before-you-share", "Answer the four questions for one case."),
         ("from-a-year-of-care-to-a-price", "Do step one with a colleague, apart, and compare."),
     )),
)  # fmt: skip
