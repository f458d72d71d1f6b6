"""How far a return has come, section by section."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.checks import Examined
from tenants.returns.shape import SECTIONS, Section
from tenants.rollout.models import ReturnDraft
from tenants.rollout.return_drafts import cells_of
from ui import formats

EMPTY, FAULTS, COMPLETE = "section_empty", "section_faults", "section_complete"


@dataclass(frozen=True)
class SectionLine:
    """One section in the progress list."""

    key: str
    title: str
    href: str
    state: str
    words: str


def lines(area: Area, quarter: Quarter, draft: ReturnDraft, examined: Examined) -> list[SectionLine]:
    """Every section with its state: empty, has faults, complete."""
    return [_line(section, area, quarter, draft, examined) for section in SECTIONS]


def is_empty(section: Section, typed: Mapping[str, str]) -> bool:
    """Whether nothing stands in any cell of it."""
    return not any(typed.get(key, "").strip() for key in cells_of(section))


def following(section: Section) -> Section | None:
    """The section after this one."""
    at = SECTIONS.index(section) + 1
    return SECTIONS[at] if at < len(SECTIONS) else None


def sentence(found: list[SectionLine]) -> str:
    """`2 of 7 sections are complete.`"""
    done = sum(1 for line in found if line.state == COMPLETE)
    return f"{done} of {len(found)} sections {'is' if done == 1 else 'are'} complete."


def _line(section: Section, area: Area, quarter: Quarter, draft: ReturnDraft, examined: Examined) -> SectionLine:
    faults = sum(1 for fault in examined.faults if fault.section == section.key)
    if is_empty(section, draft.typed):
        state, words = EMPTY, f"{formats.plural(len(cells_of(section)), 'cell')} to fill in"
    elif faults:
        state, words = FAULTS, f"{formats.plural(faults, 'fault')} to mend"
    else:
        state, words = COMPLETE, "Nothing to mend"
    href = reverse("returns_pages:section", args=[area.slug, quarter.key, section.key])
    return SectionLine(section.key, section.title, href, state, words)
