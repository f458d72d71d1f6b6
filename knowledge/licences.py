"""Under which terms others may use a resource."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """A licence: `key` in data, its name, what it lets people do in plain words, and where its own words stand."""

    key: str
    name: str
    plain: str
    href: str = ""


LICENCES = (
    Licence(
        "ogl_3",
        "Open Government Licence 3.0",
        "You may copy, change and share it. Say where it comes from.",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    Licence(
        "cc_by_4",
        "Creative Commons Attribution 4.0",
        "You may copy, change and share it. Say who made it.",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    Licence(
        "cc_by_nc_4",
        "Creative Commons Attribution-NonCommercial 4.0",
        "You may copy, change and share it, but not sell it. Say who made it.",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    Licence("ask_first", "Ask before you use it", "You may read and print it. Ask the network before you share it."),
)
BY_KEY = {licence.key: licence for licence in LICENCES}
CHOICES = [(licence.key, licence.name) for licence in LICENCES]
