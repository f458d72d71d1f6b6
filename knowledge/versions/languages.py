"""The languages that a resource may be translated into: by code, in English, and as their readers call them.

Our own list, because Django's lacks Cornish, Somali and others that are spoken in the South West of England.
"""

from dataclasses import dataclass

ENGLISH = "en-gb"


@dataclass(frozen=True)
class Language:
    """`code` as in `lang` attributes (BCP 47); `right_to_left` for its script."""

    code: str
    name: str
    own_name: str
    right_to_left: bool = False

    @property
    def direction(self) -> str:
        """As in `dir` attributes."""
        return "rtl" if self.right_to_left else "ltr"


LANGUAGES = (
    Language("ar", "Arabic", "العربية", right_to_left=True),
    Language("bg", "Bulgarian", "Български"),
    Language("bn", "Bengali", "বাংলা"),
    Language("ckb", "Kurdish (Sorani)", "کوردیی ناوەندی", right_to_left=True),
    Language("cy", "Welsh", "Cymraeg"),
    Language("es", "Spanish", "Español"),
    Language("fa", "Persian", "فارسی", right_to_left=True),
    Language("fr", "French", "Français"),
    Language("gu", "Gujarati", "ગુજરાતી"),
    Language("hi", "Hindi", "हिन्दी"),
    Language("it", "Italian", "Italiano"),
    Language("kw", "Cornish", "Kernewek"),
    Language("lt", "Lithuanian", "Lietuvių"),
    Language("pa", "Punjabi", "ਪੰਜਾਬੀ"),
    Language("pl", "Polish", "Polski"),
    Language("ps", "Pashto", "پښتو", right_to_left=True),
    Language("pt", "Portuguese", "Português"),
    Language("ro", "Romanian", "Română"),
    Language("so", "Somali", "Soomaali"),
    Language("ti", "Tigrinya", "ትግርኛ"),
    Language("tr", "Turkish", "Türkçe"),
    Language("uk", "Ukrainian", "Українська"),
    Language("ur", "Urdu", "اردو", right_to_left=True),
    Language("vi", "Vietnamese", "Tiếng Việt"),
    Language("yue", "Cantonese", "粵語"),
    Language("zh-hans", "Chinese (simplified)", "简体中文"),
)
BY_CODE = {language.code: language for language in (Language(ENGLISH, "English", "English"), *LANGUAGES)}


def of_code(code: str) -> Language:
    """The language with this code; one that isn't listed has its code for a name."""
    return BY_CODE.get(code) or Language(code, code, code)
