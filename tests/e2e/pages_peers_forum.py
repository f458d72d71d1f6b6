"""Pages of the peer network's forum, of joining and of the own membership."""

from tests.e2e.pages_shown import Shown, fill, press, then

WHO = "carer"
SHOWN = [
    Shown("peers, start", "peers:start", WHO, "/peers/"),
    Shown("peers, rules", "peers:rules", "", "/peers/rules/"),
    Shown("peers, rules in Easy Read", "peers:rules", "", "/peers/rules/?easy-read=1"),
    Shown("peers, help", "peers:help", "", "/peers/help/?easy-read=1"),
    Shown("peers, to complain", "peers:complain", "", "/peers/complain/"),
    Shown("peers, join, mistakes", "peers:join", "newcomer-page", "/peers/join/", press("Join")),
    Shown("peers, spaces", "peers:spaces", WHO, "/peers/spaces/"),
    Shown("peers, space", "peers:space", WHO, "{peers-space}"),
    Shown("peers, space, to ask", "peers:space", WHO, "{peers-quiet}"),
    Shown("peers, search", "peers:search", WHO, "/peers/search/?q=tea"),
    Shown("peers, topic", "peers:topic", WHO, "{peers-topic}?page=1"),
    Shown("peers, begin a topic, mistakes", "peers:topic-new", WHO, "{peers-space}new/", press("Send")),
    Shown("peers, quote", "peers:reply", WHO, "{peers-quote}"),
    Shown(
        "peers, asked again",
        "peers:reply",
        WHO,
        "{peers-quote}",
        then(fill("Your reply", "Ring me on 07700 900123"), press("Send")),
    ),
    Shown("peers, post that waits", "peers:post-kept", WHO, "{peers-waiting-post}"),
    Shown("peers, change a post", "peers:post-edit", WHO, "{peers-own-post}edit/"),
    Shown("peers, take a post back", "peers:post-take-back", WHO, "{peers-own-post}take-back/"),
    Shown("peers, what a post said", "peers:post-history", WHO, "{peers-own-post}history/"),
    Shown("peers, member", "peers:member", WHO, "{peers-member}"),
    Shown("peers, own membership", "peers:me", WHO, "/peers/me/"),
    Shown("peers, own name", "peers:me-name", WHO, "/peers/me/name/"),
    Shown("peers, own posts", "peers:me-posts", WHO, "/peers/me/posts/"),
    Shown("peers, leave, mistakes", "peers:me-leave", WHO, "/peers/me/leave/", press("Leave")),
    Shown("peers, keep spaces", "peers:keep-spaces", "moderator", "/peers/moderation/spaces/"),
    Shown(
        "peers, add a space, mistakes",
        "peers:keep-space-new",
        "moderator",
        "/peers/moderation/spaces/new/",
        press("Add it"),
    ),
    Shown("peers, change a space", "peers:keep-space", "moderator", "/peers/moderation/spaces/rights-table/"),
]
NO_PAGES: dict[str, str] = {}
