"""How a resource is laid out on paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """`key` in addresses, the words of its link, and the size of its letters in points."""

    key: str
    name: str
    points: int


# Large print is 18 points or more; 20 leaves room for printers that shrink a sheet to their margins.
LAYOUTS = (Layout("a4", "Print", 12), Layout("large-print", "Large print", 20))
BY_KEY = {layout.key: layout for layout in LAYOUTS}
