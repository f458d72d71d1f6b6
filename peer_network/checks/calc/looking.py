"""One look at a text before it is posted: everything that is found, in the order of the text."""

from collections.abc import Iterable, Iterator, Sequence, Set

from peer_network.checks.calc import births, emails, handles, links, numbers, people, phones, places, repeats
from peer_network.checks.calc.findings import CRISIS, Finding, Kind, finding
from peer_network.checks.calc.hints import weigh
from peer_network.checks.calc.phrases import Book, Met
from peer_network.checks.calc.plain import Plain, plain
from peer_network.checks.calc.words import Word, words

LONGEST = 20_000  # letters; longer texts are refused before they are looked at
Place = tuple[Kind, int, int]


class TextTooLong(ValueError):
    """The text is longer than a post may be; the message is a finished sentence."""


def look(
    text: str,
    *,
    phrases: Book,
    names: Set[str] = frozenset(),
    earlier: Sequence[str] = (),
    link_limit: int | None = None,
    blocked_hosts: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """What was found in a text, in its order. Nothing is kept.

    `phrases` are the lists in use. `names` are full names of staff in lower case; `earlier` what the same writer
    posted lately. `link_limit` is how many links the writer may post at once (None: as many as they like).
    Raises TextTooLong over 20,000 letters.
    """
    if len(text) > LONGEST:
        raise TextTooLong(f"This is too long to post at once. Please keep it under {LONGEST:,} letters.")
    shown = plain(text)
    personal = _apart(_personal(shown.text, names))
    linked = [one for one in _links(shown.text, link_limit, blocked_hosts) if not _is_within(one, personal)]
    found = [*_phrases(shown, phrases), *personal, *linked]
    findings = [finding(kind, text, *shown.span(start, end)) for kind, start, end in found]
    if repeats.is_repeated(text, earlier):
        findings.append(finding(Kind.DUPLICATE, text, 0, len(text)))
    return tuple(sorted(findings, key=lambda one: (one.start, one.end, one.kind)))


def is_crisis(findings: Iterable[Finding]) -> bool:
    """Help is shown at once, and the post goes to the front of the queue."""
    return any(one.kind in CRISIS for one in findings)


def holds(findings: Iterable[Finding]) -> bool:
    """A moderator reads the post before members see it."""
    return any(one.holds for one in findings)


def _phrases(shown: Plain, book: Book) -> Iterator[Place]:
    read = words(shown, book.spelling)
    met = book.met(read)
    lines = [one for one in met if not one.phrase.is_everywhere]
    weighed = weigh(met)
    if weighed.is_enough and not any(one.phrase.kind in CRISIS for one in lines):
        yield from (_place(read, one) for one in weighed.hints if one.phrase.points > 0)
    yield from _apart(_place(read, one) for one in lines)


def _place(read: Sequence[Word], met: Met) -> Place:
    return met.phrase.kind, read[met.first].start, read[met.last].end


def _personal(text: str, names: Set[str]) -> Iterator[Place]:
    """Personal details; where two overlap, the one that comes first here is kept."""
    yield from ((Kind.EMAIL, start, end) for start, end in emails.find(text))
    yield from ((Kind.PROFILE, link.start, link.end) for link in links.find(text) if link.is_profile)
    yield from ((Kind.PHONE, start, end) for start, end in phones.find(text))
    yield from numbers.find(text)
    yield from ((Kind.DATE_OF_BIRTH, start, end) for start, end in births.find(text))
    yield from ((Kind.POSTCODE, start, end) for start, end in places.postcodes(text))
    yield from ((Kind.ADDRESS, start, end) for start, end in places.addresses(text))
    yield from ((Kind.FULL_NAME, start, end) for start, end in people.find(text, names))
    yield from ((Kind.HANDLE, start, end) for start, end in handles.find(text))


def _apart(found: Iterable[Place]) -> list[Place]:
    """Findings that don't overlap; the earlier ones of the list are kept."""
    kept: list[Place] = []
    for kind, start, end in found:
        if not any(start < other_end and other_start < end for _, other_start, other_end in kept):
            kept.append((kind, start, end))
    return kept


def _is_within(one: Place, others: Iterable[Place]) -> bool:
    """A hidden link that is a part of an e-mail address is no second finding."""
    return one[0] == Kind.LINK and any(start <= one[1] and one[2] <= end for _, start, end in others)


def _links(text: str, limit: int | None, blocked: Iterable[str]) -> Iterator[Place]:
    hosts = [host.lower().removeprefix("www.") for host in blocked]
    found = [link for link in links.find(text) if text[link.start - 1 : link.start] != "@"]
    for link in found:
        if link.is_of(hosts):
            yield Kind.BLOCKED_LINK, link.start, link.end
        elif link.is_hidden:
            yield Kind.LINK, link.start, link.end
    if limit is not None and len(found) > limit:
        yield Kind.TOO_MANY_LINKS, found[limit].start, found[-1].end
