"""Counts as they were published, made again from what was kept of them."""

from disclosure.published import PublishedCount
from disclosure.rules import Rule


def kept_count(shown: int | None, rule: Rule) -> PublishedCount:
    """A count that was published by `rule`, from what was shown of it: a number, or None where it was hidden.

    Only for what a table of releases holds. Raises ValueError for a number that the rule never shows, so a true
    count that got in there by mistake is found out.
    """
    return PublishedCount._seal(shown, rule, None)
