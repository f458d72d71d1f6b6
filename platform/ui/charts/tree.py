"""A tree: who passes on to whom, and they to others."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui import tags
from ui.charts.base import Chart, numeric


@dataclass(frozen=True)
class TreeNode:
    """One thing and those below it. `status` is a known tag or None."""

    name: str
    detail: str = ""
    status: str | None = None
    href: str | None = None
    children: tuple["TreeNode", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Tree(Chart):
    """Nested lists with lines between them. Its table has each thing with its parent and how deep it stands, from 1."""

    roots: tuple[TreeNode, ...]
    node_heading: str = "Name"
    parent_heading: str = "Below"
    depth_heading: str = "Depth"

    def head(self):
        return [self.node_heading, self.parent_heading, *numeric(self.depth_heading), "Status", "More"]

    def rows(self):
        return [
            [
                {"text": node.name, "href": node.href} if node.href else node.name,
                parent.name if parent else "",
                depth,
                tags.for_status(node.status).text if node.status else "",
                node.detail,
            ]
            for node, parent, depth in self.walk()
        ]

    def statuses(self) -> set[str]:
        """Those that any node has."""
        return {node.status for node, _, _ in self.walk() if node.status}

    def walk(self) -> Iterator[tuple[TreeNode, TreeNode | None, int]]:
        """Each node with its parent and depth, parents before their children."""

        def below(nodes: tuple[TreeNode, ...], parent: TreeNode | None, depth: int):
            for node in nodes:
                yield node, parent, depth
                yield from below(node.children, node, depth + 1)

        return below(self.roots, None, 1)
