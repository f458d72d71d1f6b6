"""ODT: copied part by part, without who wrote it. Refused: macros, embedded things, links to other files."""

from pathlib import PurePath
from typing import BinaryIO

from files.faults import refused
from peer_network.sharing.cleaning import packages
from peer_network.sharing.cleaning.results import Cleaned, Removed, Text
from peer_network.sharing.cleaning.xml_copy import Copier, Rules, local

TYPE, MANIFEST = "mimetype", "META-INF/manifest.xml"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
GONE = (
    ("meta.xml", "the properties: author, dates, how long it took"),
    ("thumbnails/", "a small picture of the first page"),
    ("settings.xml", "the settings of a printer and a program"),
    ("configurations2/", "the settings of a program"),
    ("manifest.rdf", "data that a program put in"),
    ("layout-cache", "data that a program put in"),
)
REFUSED = (
    (("basic/", "scripts/", "dialogs/"), "has macros in it; save it without them"),
    (("object ", "objectreplacements/", "versions/"), "has another file or an older version in it; take it out"),
)
# Elements whose text is somebody's name, or when they wrote.
PEOPLE = frozenset(
    {
        "creator", "creator-initials", "initial-creator", "author-name", "author-initials", "printed-by",
        "sender-firstname", "sender-lastname", "sender-initials", "sender-email", "sender-phone-private",
        "sender-phone-work", "sender-street", "sender-postal-code", "sender-company", "user-defined",
    }
)  # fmt: skip
LINE_ENDS = frozenset({"p", "h", "table-row", "list-item"})
NOT_ALLOWED = {"event-listener", "object", "object-ole", "plugin", "applet", "dde-source", "section-source", "script"}
SAFE_LINK = ("http://", "https://", "mailto:", "#")


def cleaned(source: BinaryIO, file: str) -> Cleaned:
    """The file without what it says of its writer. Raises Refused."""
    removed, text, package = Removed(), Text(), packages.Package()
    with packages.parts_of(source, file) as parts:
        _refuse_names(parts, file)
        kept = {name: content for name, content in parts.items() if not _goes(name, removed)}
        package.add(TYPE, ODT_TYPE, stored=True)
        for name, content in kept.items():
            if name != TYPE:
                package.add(name, _part(name, content, set(kept), file, removed, text))
    return Cleaned(package.whole(), ".odt", tuple(removed.said), text.whole())


def _refuse_names(names: dict[str, bytes], file: str) -> None:
    for name in names:
        for marks, why in REFUSED:
            if name.casefold().startswith(marks):
                raise refused(file, why)


def _goes(name: str, removed: Removed) -> bool:
    for mark, words in GONE:
        if name.casefold().startswith(mark):
            removed.add(words)
            return True
    return False


def _part(name: str, content: bytes, kept: set[str], file: str, removed: Removed, text: Text) -> bytes:
    if packages.is_picture(name):
        return packages.picture(content, name, file)
    if PurePath(name).suffix.lower() != ".xml":
        raise refused(file, f"has a part that can’t be cleaned ({name[:40]}); put pictures in as PNG or JPEG")

    def element(tag: str, path: list[str], attributes: dict[str, str]) -> dict[str, str] | None:
        if name == MANIFEST:
            return _of_manifest(tag, attributes, kept, file)
        if tag in NOT_ALLOWED:
            raise refused(file, "has a script, a link to another file, or something of another program in it")
        if tag == "date" and "creator" not in path and ("annotation" in path or "change-info" in path):
            removed.add("who changed it, and when")
            return None
        return _attributes(attributes, file, text)

    rules = Rules(
        element=element,
        words_of=PEOPLE,
        breaks=LINE_ENDS,
        on_text=text.add if name == "content.xml" else (lambda words: None),
        on_name=lambda: removed.add("names of people who commented or changed it"),
    )
    return Copier(rules, file).copy(content)


def _of_manifest(tag: str, attributes: dict[str, str], kept: set[str], file: str) -> dict[str, str] | None:
    if tag in ("encryption-data", "encrypted-key"):
        raise refused(file, "is protected with a password; take the password off")
    path = next((value for key, value in attributes.items() if local(key) == "full-path"), "/")
    return attributes if tag != "file-entry" or path == "/" or path in kept else None


def _attributes(attributes: dict[str, str], file: str, text: Text) -> dict[str, str]:
    for key, value in attributes.items():
        if local(key) == "href" and ":" in value and not value.casefold().startswith(SAFE_LINK):
            raise refused(file, "has a link to another file or place in it; take the link out")
        if local(key) == "href" and ("/" in value and value.startswith(("/", ".."))):
            raise refused(file, "has a link to another file or place in it; take the link out")
        if local(key) == "href" and value.casefold().startswith(SAFE_LINK):
            text.add(f" {value} ")
    return attributes
