"""Files of posts, which the part that keeps them tells the topic page of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Attachment:
    """A file that a post brings: its name, where it is fetched, and its kind and size in words."""

    name: str
    href: str
    about: str


# Numbers of posts -> the files of each; one query, whatever the number.
Finder = Callable[[list[int]], dict[int, tuple[Attachment, ...]]]
_finders: list[Finder] = []


def register(finder: Finder) -> None:
    """Say where files of posts are found."""
    if finder not in _finders:
        _finders.append(finder)


def of(posts: list[Any]) -> dict[int, tuple[Attachment, ...]]:
    """The files of these posts; nothing is asked where no part keeps files."""
    numbers = [post.pk for post in posts]
    return {post: files for find in _finders for post, files in find(numbers).items()}
