"""Pages can be read and used small, zoomed, spaced out, in forced colours and by keyboard alone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e import pages
from tests.e2e.pages import Shown

# One page of each shape: texts, lists, tables, charts, forms with errors, long work.
NAMES = (
    "front page", "list of areas", "your turn", "your turn, answer", "your turn, Easy Read", "sign in", "my details",
    "home, area-lead", "board", "area, overview", "team", "roll-out", "plan", "change a plan, mistakes", "resources",
    "load", "people", "audit", "job, running", "job, failed", "jobs", "gallery", "not allowed",
)  # fmt: skip
CHOSEN = [shown for shown in pages.ALL if shown.name in NAMES]

# What WCAG 2.2 asks for: 1280 px at 400% is 320 by 256 px.
ZOOMED = {"width": 320, "height": 256}
WIDER_THAN_THE_SCREEN = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return wide <= 0 ? [] : [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ipc-scroll'))
    .map(e => e.outerHTML.slice(0, 120)).slice(0, 5).concat(`wider by ${wide} px`);
}"""
# Text that is cut off at its own box, hidden words for screen readers aside.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
  const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
  if (!own || !hides || style.clipPath !== 'none' || style.position === 'absolute') return false;
  return e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
}).map(e => e.outerHTML.slice(0, 150))"""
# WCAG 1.4.12, laid on through the style sheets' own interface, which the page's policy allows.
TEXT_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;'
    + ' word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# Our controls, by WCAG's words: links inside a sentence or a list of text may be smaller.
SMALL_TARGETS = """() => [...document.querySelectorAll(
  'button, select, textarea, summary, a.nhsuk-button, input:not([type=hidden]),'
  + ' .ipc-section-nav__link, .ipc-matrix__box, .ipc-download'
)].filter(e => e.checkVisibility() && !e.closest('.nhsuk-header')).map(e => {
  const label = ['radio', 'checkbox'].includes(e.type) ? e.parentElement : e;
  const box = label.getBoundingClientRect();
  return box.height >= 43.5 && box.width >= 43.5 ? null : `${box.width}x${box.height} ${e.outerHTML.slice(0, 120)}`;
}).filter(Boolean)"""
HEADINGS = "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"


def open_at(page_as: Any, site: Any, shown: Shown, **size: int) -> Page:
    page = page_as(shown.who)
    if size:
        page.set_viewport_size(size)
    shown.open(page, site.facts)
    return page


@pytest.fixture(scope="package")
def gallery_open(states: Any, browser: Any, site: Any) -> None:
    """The operator's timed session, which the gallery needs."""
    with browser.new_context(base_url=site.address, storage_state=states("operator")) as context:
        page = context.new_page()
        page.goto("/account/staff-session/")
        page.get_by_label("What are you going to do?").fill("Looking at the gallery")
        page.locator("main form button").first.click()
        page.wait_for_load_state()


@pytest.mark.parametrize("shown", CHOSEN, ids=lambda shown: shown.name)
def test_page_is_whole_at_every_size_and_spacing(shown: Shown, page_as: Any, site: Any, gallery_open: None) -> None:
    page = open_at(page_as, site, shown, **ZOOMED)
    assert page.evaluate(WIDER_THAN_THE_SCREEN) == [], "scrolls sideways at 320 px, which is 1280 px at 400%"
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("getComputedStyle(document.querySelector('main')).overflow") == "visible"

    words = page.locator("main").inner_text()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate(WIDER_THAN_THE_SCREEN) == []
    # The NHS's pagination leaves numbers between the first and the last out on a phone; "Next" leads to them.
    numbers = " ".join(page.locator(".nhsuk-pagination").all_inner_texts())
    missing = words_of(page.locator("main").inner_text()) - words_of(words) - words_of(numbers)
    assert not missing or shown.name in WIDE_PICTURES, f"these words are gone at 400%: {missing}"
    assert page.evaluate(SMALL_TARGETS) == []
    levels = page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    body = [level for level in levels if level]
    assert all(after <= before + 1 for before, after in zip(body, body[1:], strict=False)), levels

    page.evaluate(TEXT_SPACING)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(CLIPPED) == [], f"cut off at {width} px with wider spacing"
        # The header folds its entries into a menu a moment after the window has changed.
        for _ in range(20):
            if not (wide := page.evaluate(WIDER_THAN_THE_SCREEN)):
                break
            page.wait_for_timeout(100)
        assert wide == [], f"sideways at {width} px with wider spacing"


# Charts say the same in other words where there is less room: every second mark of an axis, short names of groups.
WIDE_PICTURES = {"board", "gallery"}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def test_forced_colours_leave_every_cell_of_the_matrix_its_words_and_edge(page_as: Any) -> None:
    page = page_as("board-member", forced_colors="active")
    page.goto("/programme/")
    cells = page.locator(".ipc-matrix__box")
    assert cells.count() == 44
    texts = [text.replace("\n", " ").strip() for text in cells.all_inner_texts()]
    assert all(re.search(r"(Phase [1-4]|To be confirmed)\b", text) for text in texts), texts
    edges = cells.evaluate_all("all => all.map(e => [getComputedStyle(e).borderTopStyle, e.textContent])")
    assert all(style == ("dashed" if "confirmed" in text else "solid") for style, text in edges)


FOCUSABLE = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
)].filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0
  && !(e.type === 'radio' && document.querySelector(`input[name="${e.name}"]`) !== e)).length"""
FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  if (!window.orderOfFocus) window.orderOfFocus = new Map();
  const is_new = !window.orderOfFocus.has(e);
  window.orderOfFocus.set(e, true);
  const near = [e, e.nextElementSibling, e.closest('.nhsuk-radios__item, .nhsuk-card')].filter(Boolean);
  const marked = near.some(x => { const s = getComputedStyle(x);
    return s.boxShadow !== 'none' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0); });
  return {body: e === document.body, name: e.outerHTML.slice(0, 120), is_new, marked,
    shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight, first: e.textContent.trim()};
}"""


@pytest.mark.parametrize(
    ("who", "path"),
    [("board-member", "/programme/"), ("area-lead", pages.FIELD_OF_A_PLAN + "change/"), ("", "/your-turn/")],
)
def test_keyboard_reaches_everything_in_order_and_shows_where_it_is(who: str, path: str, page_as: Any) -> None:
    page = page_as(who)
    page.goto(path)
    page.wait_for_load_state("networkidle")
    wanted = page.evaluate(FOCUSABLE)
    assert wanted > 5
    for number in range(wanted):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if number == 0:
            assert here["first"] == "Skip to main content"
        assert not here["body"], f"only {number} of {wanted} stops were reached"
        assert here["is_new"], f"a trap, or a second time at {here['name']}"
        assert here["shown"], f"out of sight: {here['name']}"
        assert here["marked"], f"no mark of the focus: {here['name']}"


def test_skip_link_leads_to_the_main_part(page_as: Any) -> None:
    page = page_as("board-member")
    page.goto("/programme/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


# Flesch-Kincaid: the school year in which a text is understood; year 4 is age 9 to 10 in the United States' counting.
VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end; good to about one in ten words."""
    plain = word.lower()
    if plain.endswith("e") and not plain.endswith("le") and len(plain) > 3:
        plain = plain[:-1]
    return max(1, len(VOWELS.findall(plain)))


def school_year(text: str) -> float:
    """0.39 × words in a sentence + 11.8 × syllables in a word − 15.59 (Kincaid and others, 1975)."""
    sentences = [part for part in re.split(r"[.!?:;\n]+", text) if len(part.split()) > 2]
    words = re.findall(r"[A-Za-z’']+", " ".join(sentences))
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_school_year_of_two_known_texts() -> None:
    assert school_year("The cat sat on the mat. The dog ran to the door.") < 1  # 6 words, 1 syllable each: -1.45
    assert school_year("Commissioning organisations collaboratively determine eligibility.") > 20


@pytest.mark.parametrize(
    ("path", "at_most"),
    [
        ("/your-turn/", 5.0),
        ("/your-turn/kernow/mental-health/", 6.0),
        ("/your-turn/kernow/mental-health/?easy-read=1", 3.0),
    ],
)
def test_public_pages_are_written_for_a_reader_of_about_nine(path: str, at_most: float, page_as: Any) -> None:
    page = page_as("")
    page.goto(path)
    texts = page.locator("main p, main li").all_inner_texts()
    assert school_year("\n".join(texts)) <= at_most


def test_easy_read_sentences_are_short_and_have_a_picture(page_as: Any) -> None:
    page = page_as("")
    page.goto("/your-turn/kernow/mental-health/?easy-read=1")
    items = page.locator("main li")
    assert items.count() > 4
    for item in items.all():
        assert item.locator("svg").count() == 1
        assert all(len(part.split()) <= 15 for part in re.split(r"[.!?]", item.inner_text()))
        assert (
            item.evaluate(
                "e => Math.min(...[...e.querySelectorAll('p, div')].map(x => parseFloat(getComputedStyle(x).fontSize)))"
            )
            >= 18.66
        )  # 14 points
