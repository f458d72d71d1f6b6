"""What people can agree to, how they say it, and who can say it for them."""

WEBSITE, NETWORK, PRINT, PRESS = "website", "network", "print", "press"
SCOPES = [
    (WEBSITE, "On this website, for everybody"),
    (NETWORK, "On this website, only for people who sign in"),
    (PRINT, "On paper and as a document to download"),
    (PRESS, "In newspapers, talks and films"),
]
SCOPE_WORDS = dict(SCOPES)
# A story is a page of this website, so it stands on one of these two.
SHOWN = (WEBSITE, NETWORK)

SAMPLE = "sample"
WAYS = [
    ("signed", "A form that they signed"),
    ("easy_read", "An Easy Read form that they filled in"),
    ("recorded", "A recording of what they said"),
    ("witnessed", "They said or signed it, and somebody else was there"),
    (SAMPLE, "Sample: nobody was asked"),
]
WAYS_TO_CHOOSE = [way for way in WAYS if way[0] != SAMPLE]

SPEAKERS = [
    ("self", "The person whose story it is"),
    ("parent", "A parent, for their child"),
    ("attorney", "An attorney or deputy, for the person"),
    ("family", "The family of somebody who has died"),
]
