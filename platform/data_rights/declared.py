"""What every app says of its fields: which are about a person, and which are not.

Plain data: `<app>/personal_data.py` of our own apps, `data_rights/declarations/` for other people's.

    MODELS = {
        "accounts.User": {
            "personal": "email name",     # about a person: handed out in their copy, and cleared when they are erased
            "mentions": "",               # text in which people may name others: searched for an erased person's name
            "secret": "password",         # personal too, but not handed out: a copy of it would open the account
            "other": "id public_id",      # says nothing of a person, or only a number
        },
    }
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from data_rights.errors import NotDeclared

KINDS = ("personal", "mentions", "secret", "other")


@dataclass(frozen=True)
class Declared:
    """One model's fields by kind."""

    personal: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def is_personal(self) -> bool:
        """Whether any field is about a person."""
        return bool(self.personal or self.mentions or self.secret)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every declared field."""
        return self.personal + self.mentions + self.secret + self.other


@functools.cache
def all_declarations() -> dict[str, Declared]:
    """Label -> what is declared. Raises ValueError for a model or a kind of field that is declared wrongly."""
    found: dict[str, Declared] = {}
    for module in _modules():
        for label, kinds in module.MODELS.items():
            if label in found or set(kinds) - set(KINDS):
                raise ValueError(f"{module.__name__}: {label} is declared twice, or by a kind that there is not.")
            found[label] = Declared(**{kind: tuple(words.split()) for kind, words in kinds.items()})
    return found


def of(model: Any) -> Declared:
    """What is declared of a model; raises NotDeclared."""
    try:
        return all_declarations()[model._meta.label]
    except KeyError:
        raise NotDeclared(model._meta.label) from None


def models_with_rows() -> list[Any]:
    """Every installed model that has a table of its own, those made for many-to-many fields included."""
    return [
        model for model in apps.get_models(include_auto_created=True) if model._meta.managed and not model._meta.proxy
    ]


def _modules() -> Iterator[Any]:
    for config in apps.get_app_configs():
        if module_has_submodule(config.module, "personal_data"):
            yield import_module(f"{config.name}.personal_data")
    package = import_module("data_rights.declarations")
    for each in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{each.name}")
