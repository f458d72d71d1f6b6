"""Pages of the marketplace: those of its parts, each in a module `pages_market_<part>` of its own."""

from importlib import import_module
from pkgutil import iter_modules

import tests.e2e

_modules = [
    import_module(f"tests.e2e.{each.name}")
    for each in iter_modules(tests.e2e.__path__)
    if each.name.startswith("pages_market_")
]
SHOWN = [shown for module in _modules for shown in module.SHOWN]
NO_PAGES: dict[str, str] = {}
for _module in _modules:
    NO_PAGES |= _module.NO_PAGES
