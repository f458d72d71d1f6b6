"""The name by which providers know somebody who buys."""

from typing import Any

from django.db import transaction

from config.today import moment
from market.asking.errors import AskingRefused
from market.models import Buyer

FEWEST_LETTERS = 2


def of(user: Any) -> Buyer | None:
    """The person as a buyer; None before they chose a name. One query."""
    return Buyer.objects.filter(user=user).first()


@transaction.atomic
def choose_name(*, name: str, by: Any, is_sample: bool = False) -> Buyer:
    """Choose the name, or another one. Providers who were written to see the new one too. Raises AskingRefused."""
    words = " ".join(name.split())
    if len(words) < FEWEST_LETTERS or "@" in words or sum(letter.isdigit() for letter in words) > FEWEST_LETTERS:
        raise AskingRefused("Choose a name of two letters or more, without an e-mail address or a telephone number.")
    buyer, _ = Buyer.objects.update_or_create(
        user=by,
        defaults={"display_name": words},
        create_defaults={"display_name": words, "since": moment(), "is_sample": is_sample},
    )
    return buyer
