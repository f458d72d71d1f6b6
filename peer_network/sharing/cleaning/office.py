"""DOCX and XLSX: copied part by part, without who wrote, changed, commented and printed it.

Refused: macros and controls, what is embedded, links to other files and data, formulas that reach outside the file.
"""

import posixpath
import re
from typing import BinaryIO

from files.faults import refused
from files.workbooks import look_for_macros
from peer_network.sharing.cleaning import packages
from peer_network.sharing.cleaning.results import Cleaned, Removed, Text
from peer_network.sharing.cleaning.xml_copy import Copier, Rules, local

CONTENT_TYPES = "[Content_Types].xml"
# Parts that only say who, when and with what; and what leads to them is left out too.
GONE = (
    ("docprops/", "the properties: author, company, dates, a small picture of the first page"),
    ("customxml/", "data that a program put in"),
    ("printersettings", "the settings of a printer"),
    ("word/people.xml", "the list of people who commented"),
    ("/thumbnail.", "a small picture of the first page"),
)
REFUSED = (
    (("/embeddings/", "oleobject"), "has another file in it; take it out, or send it by itself"),
    (
        ("/externallinks/", "/connections.xml", "/querytables/"),
        "takes data from another file or place; paste the values",
    ),
    (("/activex/", "/ctrlprops/", "customui/"), "has buttons or menus in it; save it without them"),
)
NAMES = frozenset({"author"})  # of comments in a workbook, as text
WORDS = frozenset({"t", "delText", "v"})
FORMULAS = frozenset({"f", "instrText", "definedName", "formula1", "formula2", "formula"})
LINE_ENDS = frozenset({"p", "c", "row", "si", "tr"})
DROPPED = {
    "absPath": "where the file lay on a computer",
    "attachedTemplate": "the name of a template",
    "rsids": "marks of the times at which it was written",
    "docVars": "data that a program put in",
    "fileSharing": "who protected the file",
    "mailMerge": "a list of addresses for letters",
}
PEOPLE = {"refreshedBy", "lastModifiedBy", "userName", "userId", "providerId", "initials"}
# What a formula may not do: start a program, or fetch something from elsewhere.
REACHES_OUT = re.compile(
    r"\||\b(WEBSERVICE|CALL|REGISTER(\.ID)?|RTD|EXEC|IMAGE|IMPORT\w+)\s*\(|\[[^\]]*\.xl|\[\d+\]"
    r"|^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|LINK|MACROBUTTON)\b",
    re.I,
)
SAFE_LINK = ("http://", "https://", "mailto:", "#")


def cleaned(source: BinaryIO, ending: str, file: str) -> Cleaned:
    """The file without what it says of its writer. Raises Refused."""
    removed, text, package = Removed(), Text(), packages.Package()
    with packages.parts_of(source, file) as parts:
        look_for_macros({name.casefold() for name in parts}, file)
        _refuse_names(parts, file)
        kept = {name: content for name, content in parts.items() if not _goes(name, removed)}
        for name, content in kept.items():
            package.add(name, _part(name, content, kept.keys(), file, removed, text))
    return Cleaned(package.whole(), ending, tuple(removed.said), text.whole())


def _refuse_names(names: dict[str, bytes], file: str) -> None:
    for name in names:
        for marks, why in REFUSED:
            if any(mark in f"/{name.casefold()}" for mark in marks):
                raise refused(file, why)


def _goes(name: str, removed: Removed) -> bool:
    for mark, words in GONE:
        if mark in f"/{name.casefold()}":
            removed.add(words)
            return True
    return False


def _part(name: str, content: bytes, kept: object, file: str, removed: Removed, text: Text) -> bytes:
    ending = f".{name.casefold().rpartition('.')[2]}"
    if packages.is_picture(name):
        return packages.picture(content, name, file)
    if ending == ".odttf":
        return content  # letters of a font, scrambled by Word itself
    if ending not in (".xml", ".rels", ".vml"):
        raise refused(file, f"has a part that can’t be cleaned ({ending[:10]}); put pictures in as PNG or JPEG")
    rules = _Rules(name, kept, file, removed, text)
    return Copier(rules.rules(), file).copy(content)


class _Rules:
    """What is left out of one part."""

    def __init__(self, name: str, kept: object, file: str, removed: Removed, text: Text) -> None:
        self._name, self._kept, self._file, self._removed = name, kept, file, removed
        self._text = text

    def rules(self) -> Rules:
        is_shown = not self._name.endswith(".rels") and self._name != CONTENT_TYPES
        return Rules(
            element=self._element,
            words_of=NAMES if "comments" in self._name.casefold() else frozenset(),
            text_of=WORDS,
            breaks=LINE_ENDS if is_shown else frozenset(),
            on_text=self._on_text if is_shown else (lambda words: None),
            whole_of=FORMULAS,
            on_whole=self._on_formula,
            on_name=lambda: self._removed.add("names of people who commented"),
        )

    def _on_text(self, words: str) -> None:
        self._text.add(words)

    def _on_formula(self, words: str) -> None:
        if REACHES_OUT.search(words):
            raise refused(self._file, "has a formula or field that reaches outside the file; paste its value instead")

    def _element(self, name: str, path: list[str], attributes: dict[str, str]) -> dict[str, str] | None:
        if self._name == CONTENT_TYPES:
            return self._of_types(name, attributes)
        if self._name.endswith(".rels"):
            return self._relation(name, attributes)
        if name in DROPPED:
            self._removed.add(DROPPED[name])
            return None
        if name in ("ddeLink", "oleLink", "oleObject", "control", "altChunk", "object"):
            raise refused(self._file, "has something of another program in it; take it out")
        return self._attributes(name, attributes)

    def _of_types(self, name: str, attributes: dict[str, str]) -> dict[str, str] | None:
        if "macro" in attributes.get("ContentType", "").casefold():
            raise refused(self._file, "has macros in it; save it without them, as .docx or .xlsx")
        is_gone = name == "Override" and attributes.get("PartName", "/").lstrip("/") not in self._kept  # type: ignore[operator]
        return None if is_gone else attributes

    def _relation(self, name: str, attributes: dict[str, str]) -> dict[str, str] | None:
        """Links in the text stay; all else that lies outside the file is refused. What was taken out is left out."""
        if name != "Relationship":
            return attributes
        kind, target = local(attributes.get("Type", "").replace("/", ":")), attributes.get("Target", "")
        if attributes.get("TargetMode", "").casefold() == "external":
            if kind == "attachedTemplate":
                return None
            if kind != "hyperlink" or not target.casefold().startswith(SAFE_LINK):
                raise refused(self._file, "has a link to another file or place in it; take the link out")
            self._text.add(f" {target} ")
            return attributes
        folder = posixpath.dirname(posixpath.dirname(self._name))
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        return attributes if path in self._kept else None  # type: ignore[operator]

    def _attributes(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        found = {}
        has_author = any(local(key) == "author" for key in attributes)
        for key, value in attributes.items():
            short = local(key)
            if short == "author" or (name == "person" and short == "displayName"):
                self._removed.add("names of people who commented or changed it")
                found[key] = "Author"
            elif short in PEOPLE or (has_author and short in ("date", "dT")):
                self._removed.add("who changed it, and when")
                if short in ("userId", "providerId"):
                    found[key] = "None"
            elif short.startswith("rsid") or (name == "pageSetup" and short == "id"):
                continue
            else:
                found[key] = value
        return found
