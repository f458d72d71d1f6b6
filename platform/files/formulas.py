"""Text that a spreadsheet would run as a formula."""

# A spreadsheet runs a cell that starts with one of these as a formula, whoever wrote it; in Japanese and Chinese
# also with the wide forms.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA_STARTS) else text
