"""One thing that the check found."""

import hashlib
from dataclasses import dataclass

RULES = {
    "headings": "Headings",
    "pictures": "Descriptions of pictures",
    "links": "Links",
    "language": "Language",
    "reading": "Reading age",
    "easy_read": "Easy Read",
}


@dataclass(frozen=True)
class Finding:
    """What was found, under which rule, where (the words in question), and how to mend it."""

    rule: str
    what: str
    where: str
    mend: str
    explanation: str = ""

    @property
    def key(self) -> str:
        """Known again while the finding is the same to the letter: an explanation counts for it alone."""
        return hashlib.sha256(f"{self.rule}|{self.what}|{self.where}".encode()).hexdigest()

    @property
    def rule_name(self) -> str:
        """The rule, as people read it."""
        return RULES[self.rule]
