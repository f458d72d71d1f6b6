"""Links in all spellings, and which of them lead to somebody's own page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ENDINGS = (
    "com|org|net|uk|info|io|gov|edu|eu|biz|tv|ly|gl|app|dev|online|site|shop|xyz|club|ru|cn|tk|top|ie|fr|de"
    "|scot|wales|cymru|london|nhs|page"
    "|blog|link|store|win|bid|loan|click|gle|be|me|us|ca|au|nz|co"
)
_SHY = r"(?:\s?[\[({]\s?(?:\.|dot|d0t|DOT)\s?[\])}]\s?|\s{1,2}(?:dot|DOT|Dot)\s{1,2})"
_ADDRESS = re.compile(r"(?:h[tx]{2}ps?|https?|www)(?::/{1,2}|\.|\s?:\s?/\s?/\s?|://)[^\s<>\"']{3,400}", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![\w@./-])(?:[A-Za-z0-9-]{{2,40}}\.){{1,4}}(?:{_ENDINGS})(?![\w-])(?::[0-9]{{2,5}})?(?:/[^\s<>\"']{{0,300}})?"
)
_HIDDEN = re.compile(
    rf"(?<![\w@])(?:[A-Za-z0-9-]{{2,40}}(?:{_SHY}|\.)){{1,4}}(?<=[\s\])}}])(?:{_ENDINGS})(?![\w-])"
    rf"(?:\s?/\s?[^\s<>\"']{{1,100}})?"
)
_NOT_ALONE = {
    "me",
    "us",
    "be",
    "ca",
    "au",
    "co",
    "top",
    "link",
    "win",
    "page",
    "blog",
    "site",
    "online",
    "shop",
    "store",
    "club",
    "click",
    "loan",
    "bid",
}
_SOCIAL = re.compile(
    r"(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|m\.me|instagram\.com|twitter\.com|x\.com|tiktok\.com"
    r"|linkedin\.com|snapchat\.com|t\.me|wa\.me"
    r"|telegram\.me|discord\.gg|youtube\.com|reddit\.com|pinterest\.(?:com|co\.uk)|tumblr\.com|flickr\.com"
    r"|threads\.net|gofundme\.com|justgiving\.com"
    r"|about\.me|linktr\.ee|paypal\.me|healthunlocked\.com|myspace\.com|vk\.com|plus\.google\.com|skype\.com"
    r"|bebo\.com|twitch\.tv|mumsnet\.com)$"
)
_OPEN_PATHS = re.compile(
    r"/(?:watch|playlist|results|search|hashtag|help|about|events?/|explore|policies|privacy|terms|company/"
    r"|school/|jobs/|r/|topics?/|legal|embed/|playlist)|/?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Link:
    """A link in a plain text: where it stands, the host it leads to, what follows, and whether it was hidden."""

    start: int
    end: int
    host: str
    path: str
    is_hidden: bool

    @property
    def is_profile(self) -> bool:
        """Leads to a page of one person on another service, as far as its address tells."""
        return bool(_SOCIAL.search(self.host)) and not _OPEN_PATHS.match(self.path or "/")

    def is_of(self, hosts: Iterable[str]) -> bool:
        """The host, or one above it, is among these."""
        return any(self.host == host or self.host.endswith("." + host) for host in hosts)


def find(text: str) -> Iterator[Link]:
    """The links of a plain text, in order, none twice."""
    taken: list[tuple[int, int]] = []
    for pattern, hidden in ((_ADDRESS, False), (_BARE, False), (_HIDDEN, True)):
        for found in pattern.finditer(text):
            start, end = found.start(), found.end() - len(found[0]) + len(found[0].rstrip(".,;:!?)'\""))
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            if link := _link(text[start:end], start, end, hidden):
                taken.append((start, end))
                yield link


def _link(written: str, start: int, end: int, hidden: bool) -> Link | None:
    address = re.sub(_SHY, ".", written) if hidden else written
    shy = hidden or address.lower().startswith("hx")
    address = re.sub(r"^\s?[a-z]{2,5}\s?:\s?/\s?/?\s?", "", re.sub(r"\s?/\s?", "/", address), flags=re.IGNORECASE)
    host, _, path = address.partition("/")
    host = host.lower().removeprefix("www.").split(":")[0].split("?")[0].rstrip(".")
    if "." not in host or (
        not path and host.count(".") == 1 and host.rpartition(".")[2] in _NOT_ALONE and "www" not in written.lower()
    ):
        return None
    return Link(start, end, host, "/" + path, shy)
