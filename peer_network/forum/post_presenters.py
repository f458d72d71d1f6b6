"""Posts, ready for a page."""

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from peer_network.forum import attached, topic_pages, wording
from peer_network.forum.topic_pages import Marks
from peer_network.models import Mark, Member, Post

LEFT = "A member who has left"
State = Post.State
TAKEN_AWAY = {
    State.HIDDEN: "This post is hidden until a moderator has looked at it.",
    State.CHANGE_ASKED: "This post is out of sight until its writer has changed it.",
    State.REMOVED: "A moderator took this post away.",
    State.TAKEN_BACK: "The writer took this post back.",
}
BLOCKED = "You blocked the member who wrote this."
OWN_STATES = {
    State.WAITING: "Only you can see this. A moderator reads it before others do.",
    State.HIDDEN: "Only you can see this just now. A moderator is looking at it.",
    State.CHANGE_ASKED: "Only you can see this. A moderator asks you to change it.",
    State.REMOVED: "Only you can see this. A moderator took it away.",
}
QUOTE_GONE = "The words that are quoted here were changed or taken away."


@dataclass(frozen=True)
class Quote:
    """What a post quotes: whose words, where they stand, and the words, or `gone` in their place."""

    who: str
    place: int | None
    words: str
    gone: str = ""


@dataclass(frozen=True)
class PostShown:
    """A post as one reader sees it. With `placeholder` there is nothing else of it; `note` is for its writer alone."""

    post: Post
    place: int | None
    who: str
    role: str
    is_own: bool
    is_new: bool
    html: Markup
    quote: Quote | None
    thanks: Marks
    helpful: Marks
    note: str = ""
    placeholder: str = ""
    files: tuple[attached.Attachment, ...] = ()

    @property
    def can_be_marked(self) -> bool:
        """Whether its reader may thank, quote and report."""
        return self.post.state == State.SHOWN

    @property
    def can_be_changed(self) -> bool:
        """Whether its writer can change it now."""
        return self.is_own and self.post.state in (State.SHOWN, State.WAITING, State.CHANGE_ASKED)

    @property
    def at(self) -> datetime.datetime:
        """When it was first shown, or was written where it never was."""
        return self.post.shown_at or self.post.written_at


def present(posts: list[Post], member: Member, read_up_to: int | None) -> list[PostShown]:
    """The posts of a page for this reader: two queries, and one for files where there can be any."""
    marks, roles, files = topic_pages.marks_of(posts, member), topic_pages.roles_of(posts), attached.of(posts)
    shown = []
    for post in posts:
        is_own = post.author_id == member.pk
        is_blocked = getattr(post, "is_blocked", False)
        shown.append(
            PostShown(
                post=post,
                place=post.position,
                who=post.author.display_name if post.author else LEFT,
                role=roles.get(post.author.user_id, "") if post.author else "",
                is_own=is_own,
                is_new=not is_own and (post.position or 0) > (read_up_to or 0),
                html=wording.as_html(post.body),
                quote=_quote(post),
                thanks=marks.get((post.pk, Mark.Kind.THANKS), Marks()),
                helpful=marks.get((post.pk, Mark.Kind.HELPFUL), Marks()),
                note=OWN_STATES.get(State(post.state), "") if is_own else "",
                placeholder=_placeholder(post, is_own, is_blocked),
                files=files.get(post.pk, ()),
            )
        )
    return shown


def _placeholder(post: Post, is_own: bool, is_blocked: bool) -> str:
    if post.state == State.TAKEN_BACK or (post.state != State.SHOWN and not is_own):
        return TAKEN_AWAY[State(post.state)]
    return BLOCKED if is_blocked else ""


def _quote(post: Post) -> Quote | None:
    """Words that no longer stand in the post they were taken from are not shown: somebody may have taken them out."""
    if not post.quoted_words:
        return None
    source = post.quotes
    if source is None or source.state != State.SHOWN or getattr(post, "is_quote_blocked", False):
        return Quote("", None, "", QUOTE_GONE)
    if not stands_in(post.quoted_words, source.body):
        return Quote("", source.position, "", QUOTE_GONE)
    return Quote(source.author.display_name if source.author else LEFT, source.position, post.quoted_words)


def stands_in(words: str, body: str) -> bool:
    """Whether words were taken from a text as they stand; spaces and lines don't matter."""
    return " ".join(words.split()) in " ".join(body.split())
