"""What the peer network's pages show to the browser: each part makes its own in `prepare_peers_<part>.make()`."""

from importlib import import_module
from pkgutil import iter_modules


def peers() -> dict[str, str]:
    """The addresses that the parts' pages name."""
    import tests.e2e

    names = sorted(each.name for each in iter_modules(tests.e2e.__path__) if each.name.startswith("prepare_peers_"))
    return {key: value for name in names for key, value in import_module(f"tests.e2e.{name}").make().items()}
