"""From people to figures that may be shown: the rule, then every check, then a release or a refusal."""

from collections.abc import Mapping, Sequence

from disclosure.breakdowns import Breakdown, People, PublishedBreakdown, shown_of_counts, shown_of_people
from disclosure.differencing import too_near
from disclosure.mends import ways_out
from disclosure.puzzles import UncheckedError
from disclosure.raw import RawCount
from disclosure.rules import S7R5, Rule
from disclosure.together import Exposed, Release, exposed

NAMED_AT_MOST = 6


class ReleaseRefused(Exception):  # noqa: N818 (it's an answer for the person, not a fault of the program)
    """The figures would give people away. Its text is whole sentences for the page.

    `exposed` are the figures that could be worked out, `others` the names of the earlier releases concerned.
    """

    def __init__(self, message: str, exposed: Sequence[Exposed] = (), others: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.exposed = tuple(exposed)
        self.others = tuple(others)


def check_and_show(
    breakdown: Breakdown, people: People, *, rule: Rule = S7R5, earlier: Sequence[Release] = (), name: str = ""
) -> PublishedBreakdown:
    """The figures of these people as others may see them, beside the earlier releases of the same version.

    `people` come from `breakdown.signatures`. Raises ReleaseRefused when somebody could be worked out, from this
    release alone or with the earlier ones, or when that can't be checked.
    """
    _one_rule(rule, earlier)
    near = too_near(set(people), [(release.name, set(release.people)) for release in earlier])
    if near is not None:
        raise ReleaseRefused(_too_near_words(near.others), others=near.others)
    return _checked(Release(name, shown_of_people(breakdown, people, rule), people), earlier)


def check_and_show_counts(
    breakdown: Breakdown, cells: Mapping[tuple[str, ...], RawCount], *, rule: Rule = S7R5
) -> PublishedBreakdown:
    """The same from a count for each full cell, each person in one of them.

    There are no people to compare with other selections, so this may be the only release of its version.
    """
    table = shown_of_counts(breakdown, cells, rule)
    # One stand-in for each cell: who they are makes no difference where there is nothing to compare with.
    stand_ins = breakdown.signatures(
        {cell: {d.name: c for d, c in zip(breakdown.dimensions, cell, strict=True)} for cell in cells}
    )
    return _checked(Release("", table, stand_ins), ())


def _checked(new: Release, earlier: Sequence[Release]) -> PublishedBreakdown:
    try:
        found = exposed(new, earlier)
    except UncheckedError as fault:
        raise ReleaseRefused(
            f"These figures can't be published. {fault} Make the table smaller, or publish less beside it."
        ) from fault
    if found:
        raise ReleaseRefused(_exposed_words(found, new, earlier), found, _others(found, new))
    return new.table


def _one_rule(rule: Rule, earlier: Sequence[Release]) -> None:
    for release in earlier:
        if release.table.rule != rule:
            raise ReleaseRefused(
                f"“{release.name}” has been published from this version by the rule {release.table.rule.name}, and "
                f"these figures would be by {rule.name}. Two rules for the same people tell more than one. "
                "Wait for the next version of the data.",
                others=(release.name,),
            )


def _too_near_words(others: Sequence[str]) -> str:
    names = " and ".join(f"“{name}”" for name in others)
    how = "differ from those of" if len(others) == 1 else "differ from what can be added up or subtracted from"
    return (
        f"These figures can't be published, because their people {how} {names} by 1 to 7. "
        "Whoever subtracts one from the other learns about those few. "
        "Choose the same people, choose people who differ by 8 or more, or publish both in one table."
    )


def _exposed_words(found: Sequence[Exposed], new: Release, earlier: Sequence[Release]) -> str:
    named = "; ".join(_in_words(each, new) for each in found[:NAMED_AT_MOST])
    if len(found) > NAMED_AT_MOST:
        named += f"; and {len(found) - NAMED_AT_MOST} more"
    figures = "this hidden figure" if len(found) == 1 else "these hidden figures"
    return (
        f"These figures can't be published, because {figures} could be worked out from the rest: {named}. "
        f"{ways_out(new, earlier)}"
    )


def _in_words(each: Exposed, new: Release) -> str:
    return str(each) if each.release == new.name else f"{each} in “{each.release}”"


def _others(found: Sequence[Exposed], new: Release) -> tuple[str, ...]:
    names = [each.other or each.release for each in found if each.other or each.release != new.name]
    return tuple(dict.fromkeys(names))
