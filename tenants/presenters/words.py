"""Words that several pages make."""


def listed(names: list[str]) -> str:
    """`A`, `A and B`, `A, B and C`; nothing for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
