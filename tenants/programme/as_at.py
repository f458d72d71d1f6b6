"""Which day a page of the board shows."""

from typing import Any

from django.http import HttpRequest

from config.today import today
from files import offers
from tenants.programme.board import Board
from tenants.programme.forms import AsAtForm


def chosen(request: HttpRequest, form_class: type[AsAtForm] = AsAtForm) -> tuple[Any, Board]:
    """The form, and the board as at today or the past quarter that the address asks for."""
    form = form_class(request.GET or None, today=today())
    quarter = form.quarter()
    query = {"as-at": quarter.key} if quarter else None
    return form, Board(
        quarter.last_day if quarter else today(),
        quarter=quarter,
        downloads=lambda key: offers.offers("programme:download", key, query=query),
    )
