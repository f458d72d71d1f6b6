"""Minutes as people write and say them."""


def in_words(minutes: int) -> str:
    """`−20 hours`, `1 hour 15 minutes`, `0 hours`."""
    whole, rest = divmod(abs(minutes), 60)
    parts = [f"{whole:,} hour{'' if whole == 1 else 's'}"] if whole or not rest else []
    parts += [f"{rest} minutes"] if rest else []
    return ("−" if minutes < 0 else "") + " ".join(parts)


def short(minutes: int) -> str:
    """`−20 h`, `1 h 15 min`, `0 h`: for tables and charts."""
    whole, rest = divmod(abs(minutes), 60)
    parts = [f"{whole:,} h"] if whole or not rest else []
    parts += [f"{rest} min"] if rest else []
    return ("−" if minutes < 0 else "") + " ".join(parts)
