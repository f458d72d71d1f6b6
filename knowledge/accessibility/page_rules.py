"""The rules of the check, each over a page's main part as it is rendered. Each returns what it found."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from knowledge.accessibility import reading
from knowledge.accessibility.findings import Finding

OLDEST_READER = 12  # years: what the site promises of its own words outside the peer network (reading age)
LONGEST_SENTENCE = 25  # words, as GOV.UK's style guide has it
LONGEST_DESCRIPTION = 250  # characters
SAYS_NOTHING = {"click here", "here", "more", "read more", "link", "this", "this page", "this link", "find out more"}
FILE_NAME = re.compile(r"^[\w-]+\.(jpe?g|png|gif|webp)$|^(img|dsc|image|picture|photo)[ _-]?\d*$", re.IGNORECASE)
# A sixth of the words of plain English text are among these; below a twentieth it is hardly English.
COMMON_ENGLISH = frozenset(
    ["the", "of", "and", "a", "to", "in", "is", "you", "that", "it", "was", "for", "on", "are", "as", "with", "they"]
)
HARDLY_ENGLISH = 0.05
ENOUGH_WORDS = 40
CHECKED: dict[str, Any] = {"attrs": {"data-check": "text"}}  # the author's own words, without what stands round them


def all_findings(html: str, language: str) -> list[Finding]:
    """Everything that is found on a page; `language` is the one that its words are written in ("en-gb")."""
    page = BeautifulSoup(html, "html.parser")
    main = page.find("main") or page
    text = _text(main)
    found = [*headings(main), *pictures(main), *links(main), *languages(page, text, language)]
    # The formula counts English syllables.
    return [*found, *readings(text)] if language.startswith("en") else found


def headings(main: Any) -> Iterator[Finding]:
    """One h1; no level left out; none empty."""
    found = [(int(tag.name[1]), _words(tag)) for tag in main.find_all(re.compile("^h[1-6]$"))]
    if [level for level, _ in found].count(1) != 1:
        yield Finding("headings", "The page has not exactly one main heading.", "", "Give the page one title.")
    before = 0
    for level, words in found:
        if not words:
            yield Finding("headings", "A heading is empty.", f"level {level}", "Write it, or take it out.")
        if before and level > before + 1:
            mend = f"Make it level {before + 1}, so that people who jump from heading to heading miss nothing."
            yield Finding("headings", f"A heading of level {level} follows one of level {before}.", words, mend)
        before = level


def pictures(main: Any) -> Iterator[Finding]:
    """Every picture has a description that describes it."""
    for tag in main.find_all("img"):
        described, where = " ".join((tag.get("alt") or "").split()), _near(tag)
        mend = "Write what the picture shows, for people who can't see it."
        if not described:
            yield Finding("pictures", "A picture has no description.", where, mend)
        elif FILE_NAME.match(described):
            yield Finding("pictures", "A picture is described by the name of its file.", described, mend)
        elif len(described) > LONGEST_DESCRIPTION:
            yield Finding("pictures", "A picture's description is very long.", described[:80], "Put it into the text.")


def links(main: Any) -> Iterator[Finding]:
    """A link's words say where it leads, read by themselves."""
    targets: dict[str, set[str]] = defaultdict(set)
    for tag in main.find_all("a", href=True):
        words = _words(tag)
        if not words and not tag.find("img"):
            yield Finding("links", "A link has no words.", tag["href"], "Write where it leads.")
        elif words.lower().strip(" .>→") in SAYS_NOTHING:
            yield Finding("links", "A link doesn't say where it leads.", f"{words}: {tag['href']}", "Name the page.")
        elif re.match(r"^(https?://|www\.)", words):
            yield Finding("links", "A link shows an address in place of words.", words, "Name the page.")
        if words:
            targets[words.lower()].add(tag["href"])
    for words, leads_to in sorted(targets.items()):
        if len(leads_to) > 1:
            mend = "Give each its own words."
            yield Finding("links", f"{len(leads_to)} links with the same words lead to different pages.", words, mend)


def languages(page: Any, text: str, language: str) -> Iterator[Finding]:
    """The page says its language, and its words are of that language."""
    said = next((tag["lang"] for tag in (page.find(**CHECKED), page.html) if tag and tag.get("lang")), "")
    if said.split("-")[0].lower() != language.split("-")[0].lower():
        yield Finding(
            "language",
            f"The page says that its language is “{said or 'none'}”, and it is written in “{language}”.",
            "",
            "Set the page's language, so that it is read aloud rightly.",
        )
    words = [word.lower() for word in reading.WORDS.findall(text)]
    if language.startswith("en") and len(words) >= ENOUGH_WORDS:
        share = sum(word in COMMON_ENGLISH for word in words) / len(words)
        if share < HARDLY_ENGLISH:
            yield Finding(
                "language",
                "The words are hardly English, and the page says that they are.",
                " ".join(words[:8]),
                "Make it a translation of its own, with its language.",
            )


def readings(text: str) -> Iterator[Finding]:
    """The text can be read at the age that the site promises, and no sentence is too long."""
    found = reading.of(text)
    if found.age is not None and found.age > OLDEST_READER:
        yield Finding(
            "reading",
            f"The text asks for a reading age of {found.age:.0f}; the site promises {OLDEST_READER}.",
            f"{found.words} words in {found.sentences} sentences",
            "Use shorter sentences and everyday words.",
        )
    for sentence in reading.sentences(text):
        words = reading.WORDS.findall(sentence)
        if len(words) > LONGEST_SENTENCE:
            where = " ".join(sentence.split()[:12]) + " …"
            yield Finding("reading", f"A sentence has {len(words)} words.", where, "Make two of it.")


def _words(tag: Any) -> str:
    described = [img.get("alt") or "" for img in tag.find_all("img")]
    return " ".join(" ".join([tag.get_text(" "), *described]).split())


def _near(tag: Any) -> str:
    """The words before a picture, by which an editor finds it."""
    before = tag.find_previous(["p", "h1", "h2", "h3", "li", "figcaption"])
    return f"after “{_words(before)[:80]}”" if before else "at the beginning"


def _text(main: Any) -> str:
    """The page's own text, a line for each paragraph, heading or item; what stands round it isn't the author's."""
    body = main.find(**CHECKED) or main
    parts = [part for part in body.find_all(["p", "li", "h2", "h3", "td", "dd"]) if not part.find(["p", "li"])]
    return "\n".join(" ".join(part.get_text(" ").split()) for part in parts)
