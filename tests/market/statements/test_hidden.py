"""No true count of people leaves: page, PDF, CSV and feed of a statement, and the page of gaps, follow S7R5.

The counts are known here, and each figure that is shown is compared with the one that it should be; then whoever wants
to work out a hidden one has all of these, and a later version, to work with.
"""

import datetime
import re
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from config.today import sample_day
from files import pdf
from market import words
from market.statements import rights
from tests.files import written

JULY, AUGUST = datetime.date(2015, 7, 15), datetime.date(2015, 8, 10)
# need -> (place, kind) -> people. Large ones are no multiple of 5, so that a true one would be seen; the first rows
# are such that totals beside them would give a small one away if they were exact.
TRUE = {
    "short_break": {("town", "regular"): 8, ("village", "periodic"): 8, ("village", "crisis"): 1},
    "therapy": {("town", "regular"): 103, ("village", "regular"): 2},
    "care_at_home": {("town", "regular"): 58, ("town", "crisis"): 7},
    "payroll": {("village", "crisis"): 3},
    "feelings": {("town", "regular"): 23, ("village", "regular"): 1, ("village", "crisis"): 1},
    "broker": {("town", "periodic"): 12, ("village", "regular"): 12},
    "advocate": {("town", "regular"): 1, ("village", "periodic"): 1, ("town", "crisis"): 1},
}
SEARCHES = {"therapy": 44, "payroll": 6, "equipment": 2}
COLUMNS = ("People", "A town or city", "A village or the countryside", "Regular (every week or so)", "Now and then")
COLUMNS = (*COLUMNS, "At short notice, in a crisis", "Searches that found nothing")
CAPTION, LEFT_OUT = "What people could not find", "Left out"
NEVER_SHOWN = ("103", "58", "44", "23", "67")


def by_the_rule(number):
    """S7R5, written a second time: nobody is 0, up to seven are a star, others go to the nearest five."""
    if number == 0:
        return "0"
    return "*" if number < 8 else str(5 * ((number + 2) // 5))


def expected(need):
    """What a row should show, where nothing is left out."""
    cells = TRUE.get(need, {})
    of = [sum(cells.values())]
    of += [sum(n for (place, _), n in cells.items() if place == each) for each in ("town", "village")]
    of += [sum(n for (_, kind), n in cells.items() if kind == each) for each in ("regular", "periodic", "crisis")]
    return [by_the_rule(number) for number in (*of, SEARCHES.get(need, 0))]


class Tables(HTMLParser):
    """The tables of a page by their caption, as rows of texts."""

    def __init__(self, html):
        super().__init__()
        self.found, self.rows, self.caption, self.inside = {}, [], "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.rows, self.caption = [], ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th", "caption"):
            self.inside, self.text = tag, ""
        elif tag == "span" and ("aria-hidden", "true") in attrs:
            self.hidden = True

    hidden, text = False, ""

    def handle_endtag(self, tag):
        if tag == "span":
            self.hidden = False
        elif tag == "table":
            self.found[self.caption] = self.rows
        elif tag == self.inside:
            text = " ".join(self.text.split())
            if tag == "caption":
                self.caption = text
            else:
                # A star is told in words to those who listen.
                self.rows[-1].append("*" if text == "hidden, 1 to 7" else text)
            self.inside = ""

    def handle_data(self, data):
        if self.inside and not self.hidden:
            self.text += data


@pytest.fixture
def told(kernow, missing, searched):
    for need, cells in TRUE.items():
        for (place, kind), count in cells.items():
            missing(kernow, need, count, place=place, kind=kind)
    for need, count in SEARCHES.items():
        searched(kernow, need, count)


def of_page(client, address):
    html = client.get(address).content.decode()
    rows = Tables(html).found[CAPTION]
    assert tuple(rows[0][1:]) == COLUMNS
    return html, {row[0]: row[1:] for row in rows[1:]}


def of_csv(client, address):
    lines = written.csv_lines(client.get(address).content)
    start = next(i for i, line in enumerate(lines) if line[1:] == list(COLUMNS))
    rows = lines[start + 1 : start + 1 + len(words.Need)]
    return "\n".join(",".join(line) for line in lines), {row[0]: row[1:] for row in rows}


def assert_follows_the_rule(rows):
    assert list(rows) == [need.label for need in words.Need]
    for need in words.Need:
        for column, shown, right in zip(COLUMNS, rows[need.label], expected(need.value), strict=True):
            is_split = column not in ("People", COLUMNS[-1])
            assert shown == right or (is_split and shown == LEFT_OUT), (need.label, column, shown)


def test_page_pdf_csv_feed_and_gap_page_show_each_count_by_the_rule(told, kernow, commissioner):
    version = rights.a_statement(kernow)
    everybody = Client()
    html, page = of_page(everybody, reverse("market:statement", args=["kernow", 2015]))
    csv, file = of_csv(everybody, reverse("market:statement-file", args=["kernow", 2015, 1, "csv"]))
    gap_html, gaps = of_page(commissioner, reverse("market:gaps", args=["kernow"]))
    feed = everybody.get(reverse("market:statements-feed")).content.decode()
    assert_follows_the_rule(page)
    # The same in each: there is nothing to take from one another.
    assert page == file == gaps
    assert "Short breaks (no offers, 15 people look)" in feed and "Payroll (no offers, * people look)" in feed
    assert "Therapy (no offers, 105 people look)" in feed
    paper = _paper(everybody, version)
    for place, text in {"page": html, "file": csv, "gaps": gap_html, "feed": feed, "paper": paper}.items():
        said = re.sub(r"<svg.*?</svg>|<style.*?</style>|nonce=\S+|value=\"\S+\"", "", text, flags=re.DOTALL)
        said = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d\d:\d\d:\d\d\S*", "", said)
        assert [number for number in NEVER_SHOWN if re.search(rf"(?<![\w.,-]){number}(?![\w.,-])", said)] == [], place


def _paper(client, version):
    if pdf.why_not():
        return ""
    answer = client.get(reverse("market:statement-file", args=["kernow", 2015, version.number, "pdf"]))
    text = written.pdf_text(answer.content)
    assert "What we see" in text and "We see" in text
    for need in TRUE:
        row = " ".join(expected(need))
        shown = [*expected(need)[:1], *[LEFT_OUT] * 5, expected(need)[-1]]
        name = words.Need(need).label
        squeezed = re.sub(r"\s", "", text)
        assert any(re.sub(r"\s", "", f"{name} {each}") in squeezed for each in (row, " ".join(shown))), name
    return text


def test_no_hidden_count_can_be_worked_out_with_totals_the_gap_page_and_a_later_version(
    told, kernow, commissioner, missing, settings
):
    rights.a_statement(kernow)
    everybody = Client()
    _, first = of_page(everybody, reverse("market:statement-version", args=["kernow", 2015, 1]))
    # One more person a need, in the month after; in the same month a corrected version tells nothing new.
    missing(kernow, "payroll", 1, day=datetime.date(2015, 7, 20), place="village", kind="crisis")
    missing(kernow, "broker", 1, day=datetime.date(2015, 7, 20), place="village", kind="crisis")
    rights.a_statement(kernow)
    _, corrected = of_page(everybody, reverse("market:statement-version", args=["kernow", 2015, 2]))
    assert corrected == first
    settings.IPC_TODAY = AUGUST
    with sample_day(AUGUST):
        rights.a_statement(kernow)
    _, later = of_page(everybody, reverse("market:statement", args=["kernow", 2015]))
    _, gaps = of_page(commissioner, reverse("market:gaps", args=["kernow"]))
    assert later == gaps
    for need in words.Need:
        for known in (first[need.label], later[need.label]):
            for index in range(6):
                if known[index] == "*":
                    left = possible(index, first[need.label], later[need.label], in_later=known is later[need.label])
                    assert len(left) >= 3, (need.label, COLUMNS[index], left)


def allowed(shown):
    """What a figure may be, by itself."""
    if shown == LEFT_OUT:
        return range(1_000)
    if shown == "*":
        return range(1, 8)
    number = int(shown)
    return range(max(8, number - 2), number + 3) if number else range(1)


def possible(index, first, later, *, in_later):
    """What a hidden figure may be for somebody who knows even that nobody left between the two versions.

    Of one need: as many people as its largest figure at least, and at most as all of a breakdown together.
    """
    row, other = (later, first) if in_later else (first, later)
    found = []
    for value in allowed(row[index]):
        before_or_after = allowed(other[index])
        if (value < before_or_after[0]) if in_later else (value > before_or_after[-1]):
            continue
        known = [allowed(shown) for shown in row[:6]]
        known[index] = range(value, value + 1)
        least = max(each[0] for each in known)
        most = min(known[0][-1], *(sum(known[i][-1] for i in split) for split in ((1, 2), (3, 4, 5))))
        if max(least, known[0][0]) <= most:
            found.append(value)
    return found
