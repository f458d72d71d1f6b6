"""What the pages say before an editor has changed them. Plain words; checked by somebody who isn't of the trade."""

import uuid
from typing import Any

from django.utils.html import escape

from tenants.groups import GROUPS

HERO_TITLE = "Care planned with you"
WHO_FOR = "It is for people who need a lot of care, their families and carers, and the teams who work with them."
KNOWLEDGE_INTRO = (
    "Stories, guides and tools for planning care with people. "
    "Nothing is published here until somebody with lived experience has agreed it."
)


def hero_summary(network_name: str) -> str:
    """What the site is, in a sentence that begins with the network's name."""
    return (
        f"{network_name or 'This network'} brings the NHS, councils and charities together, so that people have a say "
        "in their own care and in how the money for it is spent."
    )


def front_body() -> list[dict[str, Any]]:
    """Short answers to the questions of somebody who comes here for the first time."""
    groups = "".join(f"<li>{escape(_as_in_a_sentence(group.name))}</li>" for group in GROUPS)
    return [
        _text(
            "<h2>What is changing</h2>"
            "<p>Care often comes from many places that plan and pay apart. Here they plan together with the person: "
            "one plan, made around what matters to you, and one budget where that helps.</p>"
            "<p>This is called Integrated Personal Commissioning. It starts with four groups of people:</p>"
            f"<ul>{groups}</ul>"
            "<p>Each area chooses which group it starts with, so the dates differ from place to place.</p>"
        ),
        _text("<h2>Questions people ask</h2>"),
        _expander(
            "What is a personal health budget?",
            "<p>It is an amount of NHS money for your care. You and your NHS team agree what it is for and write it "
            "down in a plan. You can have the money paid to you, or have somebody look after it for you.</p>",
        ),
        _expander(
            "Do I have to have one?",
            "<p>No. You can say no, and you can stop later. You keep your right to NHS care either way.</p>",
        ),
        _expander(
            "How do I ask?",
            "<p>Choose “Find what you can ask for” above, then your area and the group that fits best. The page says "
            "what there is today and whom to ask.</p>",
        ),
        _expander(
            "How do I get an account?",
            "<p>Accounts are given by invitation, to people who work with the network or take part in it. "
            "You don’t need one to read the public pages.</p>",
        ),
    ]


ACCESSIBILITY_SUMMARY = (
    "We want everybody to be able to use this website. "
    "This page says what we check, what is missing, and what to do if something gets in your way."
)


def accessibility_body() -> list[dict[str, Any]]:
    """How the site can be used, how it was checked, what isn't checked yet, and what to do about a problem."""
    return [
        _text(
            "<h2>What you can do here</h2><p>You should be able to:</p><ul>"
            "<li>make the text up to four times as large without losing any of it</li>"
            "<li>use every page with a keyboard alone</li>"
            "<li>use every page with a screen reader</li>"
            "<li>use every page and form with JavaScript turned off</li>"
            "<li>read every chart as a table</li></ul>"
            "<h2>How we check</h2>"
            "<p>We aim to meet level AA of the Web Content Accessibility Guidelines, version 2.2. Each kind of page is "
            "checked by a program, at the width of a telephone, a tablet and a computer. Such a program finds fewer "
            "than half of all problems.</p>"
            "<h2>What we have not done yet</h2>"
            "<p>The website has not been checked by an independent expert, or by enough people who use it with "
            "a screen reader or other aids. Documents that others wrote may be hard to use.</p>"
            "<h2>If something gets in your way</h2>"
            "<p>Tell the network’s team, or the person who invited you, what you wanted to do and what happened. "
            "If you aren’t happy with the answer, you can ask the Equality Advisory and Support Service for help.</p>"
        )
    ]


PRIVACY_SUMMARY = "What this website keeps about you, why, and what you can do about it."


def privacy_body(session_cookie: str, form_cookie: str) -> list[dict[str, Any]]:
    """What is kept, the two cookies by their names, and one's rights."""
    return [
        _text(
            "<h2>If you only read</h2>"
            "<p>You can read the public pages without telling us who you are. We do not count visits, we show no "
            "advertising, and no part of a page comes from another company’s website. "
            "The server keeps a short technical record of each page asked for, to find faults and stop misuse. "
            "We count searches that found nothing, without who searched.</p>"
            "<h2>If you have an account</h2>"
            "<p>We keep your name, your e-mail address, your roles, when and where you signed in, and what you "
            "changed. We need this to keep the work of each area apart and safe. We never sell it.</p>"
            "<p>Details of a person’s care stay in the area that looks after them. The figures that areas share are "
            "rounded, and small numbers are hidden.</p>"
            "<h2>Cookies</h2>"
            "<p>A cookie is a small note that a website keeps in your browser. There are only two here. Both are "
            "needed, so we don’t ask you about them.</p>"
        ),
        {
            "type": "summary_list",
            "value": {
                "rows": [
                    _row(session_cookie, "Remembers that you have signed in. It ends after 12 hours at the latest."),
                    _row(form_cookie, "Makes sure that a form was sent by you. It is kept for a year."),
                ],
                "no_border": False,
            },
        },
        _text(
            "<h2>What you can do</h2>"
            "<p>You can ask to see what we keep about you, to have it put right, and in some cases to have it "
            "removed. Ask the network’s team, or the person who invited you. If you aren’t happy with the answer, "
            "you can complain to the Information Commissioner’s Office.</p>"
        ),
    ]


def _text(html: str) -> dict[str, Any]:
    return {"type": "text", "value": html}


def _expander(question: str, answer: str) -> dict[str, Any]:
    return {"type": "expander", "value": {"title": question, "body": [{"type": "richtext", "value": answer}]}}


def _row(key: str, words: str) -> dict[str, Any]:
    # Without an id Wagtail takes the row for one of an older format.
    return {"type": "item", "id": str(uuid.uuid4()), "value": {"key": key, "value": f"<p>{words}</p>"}}


def _as_in_a_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]
