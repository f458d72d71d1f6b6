"""Cells that hold an e-mail address. Apart from `files.shapes`, so that shapes need no Django."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from files.shapes import Unreadable, short


def email(cell: str) -> str:
    """An e-mail address, in small letters."""
    try:
        if len(cell) > 254:
            raise ValidationError("too long")
        validate_email(cell)
    except ValidationError:
        raise Unreadable(f"{short(cell)} is not an e-mail address; write one like name@nhs.net") from None
    return cell.lower()
