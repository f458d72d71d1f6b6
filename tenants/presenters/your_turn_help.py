"""Who helps somebody who was refused: in danger, with speaking up, with a complaint. In plain words.

The complaints route is that of the Local Authority Social Services and National Health Service Complaints (England)
Regulations 2009 (an answer that it was received in three working days; a complaint within twelve months). Councils
arrange free advocacy for complaints about the NHS (National Health Service Act 2006, section 248).
"""

URGENT = (
    "In danger, or badly hurt? Phone 999.",
    "Not well, and it cannot wait? Phone NHS 111.",
    "Feeling very low? Phone the Samaritans on 116 123, or text SHOUT to 85258. Day and night, free.",
)
# (who, what they do for you)
HELPERS = (
    (
        "Local Healthwatch",
        "It listens to what people say about care, and can tell you where to go. "
        "Phone 03000 683 000 and ask for the one where you live.",
    ),
    (
        "An advocate",
        "Somebody who speaks up for you, or helps you to do it. It is free when you complain about the NHS. "
        "Ask your council who does it where you live.",
    ),
    (
        "A complaint to the NHS",
        "You have a right to complain, and it must not make your care worse. Write, phone or say it to the group that "
        "pays for your care. They tell you in three working days that they have it. Do it within a year.",
    ),
    (
        "The Ombudsman",
        "If their answer is not fair, the Parliamentary and Health Service Ombudsman looks at it. Phone 0345 015 4033.",
    ),
)
WHO_READS = (
    "The people who lead the work in this area read what you write. The board of the network sees only a number. "
    "How to reach you is deleted a year after it was dealt with, your words three years after you wrote them."
)
