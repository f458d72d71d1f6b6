"""A release in words: why bands and settings stand together in it, and where it stands."""

from typing import Any

from finance_models.models import RegionalRelease
from finance_models.runs.words import SETTINGS
from ui import formats

OTHER = "Other settings together"
WHY_BAND = {"few": "fewer than ten people", "held": "two people hold over 90% of its cost"}
WHY_SETTING = {
    "few": "Fewer than ten people used it",
    "held": "Two people hold over 90% of its cost",
    "joined": "It joins the others, so that they are large enough together",
}


def setting_words(name: str) -> str:
    """A setting's name; `other` is what stands together."""
    return SETTINGS.get(name, OTHER)


def bands_words(bands: list[str]) -> str:
    """`65-74/1 + 65-74/2-3`."""
    return " + ".join(bands)


def merged_words(reason: dict[str, Any]) -> str:
    """`75-84/4+ (7 people): fewer than ten people`."""
    return f"{reason['band']} ({formats.plural(reason['people'], 'person', 'people')}): {WHY_BAND[reason['why']]}"


def together_words(reasons: list[dict[str, Any]]) -> str:
    """`Fewer than ten people used it: Mental health (3 people). It joins …: Prescribing (40 people).`"""
    found = []
    for why, words in WHY_SETTING.items():
        settings = [
            f"{setting_words(each['setting'])} ({formats.plural(each['users'], 'person', 'people')})"
            for each in reasons
            if each["why"] == why
        ]
        if settings:
            found.append(f"{words}: {', '.join(settings)}.")
    return " ".join(found)


def sentence(release: RegionalRelease) -> str:
    """What leaves the area, in one sentence."""
    found = release.run.result["release"]
    people = sum(band["sums"]["people"] for band in found["bands"])
    cost = sum(band["sums"]["truncated"] + band["sums"]["excess"] for band in found["bands"])
    merged = sum(1 for band in found["bands"] if len(band["bands"]) > 1)
    return (
        f"{formats.plural(people, 'person', 'people')} in {formats.plural(len(found['bands']), 'band', 'bands')}, "
        f"{formats.whole_pounds(cost)} in the base year. "
        + (
            f"{formats.plural(merged, 'of them is', 'of them are')} merged from smaller ones."
            if merged
            else "No merges."
        )
    )


def history_words(release: RegionalRelease) -> str:
    """Who did what with it, and when."""
    parts = []
    if release.proposed_on:
        parts.append(f"Proposed {_by(release.proposed_by, release.proposed_on)}")
    if release.decided_on:
        verb = "Declined" if release.state == RegionalRelease.State.DECLINED else "Released"
        parts.append(f"{verb} {_by(release.decided_by, release.decided_on)}")
    if release.decided_why:
        parts.append(release.decided_why)
    if release.withdrawn_on:
        parts.append(f"Withdrawn {_by(release.withdrawn_by, release.withdrawn_on)}: {release.withdrawn_why}")
    return ". ".join(part.rstrip(".") for part in parts) + "." if parts else "Not proposed yet."


def _by(person: Any, day: Any) -> str:
    return f"on {formats.date(day)} by {person.name if person else 'sample data'}"
