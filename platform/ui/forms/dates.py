"""A date typed in three boxes, as NHS pages ask for it."""

import datetime

from django import forms
from django.core.exceptions import ValidationError

PARTS = ("day", "month", "year")
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
FIRST_YEAR = 1900


class DateInput3(forms.MultiWidget):
    """Boxes for day, month and year; the posted names end in -day, -month and -year."""

    use_fieldset = True

    def __init__(self, attrs=None):
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)
        self.widgets_names = [f"-{part}" for part in PARTS]

    def decompress(self, value):
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def id_for_label(self, id_):
        return f"{id_}-day"


class SplitDateField(forms.Field):
    """A date in three boxes. The month may be a number or a word; errors name the box that is to be mended."""

    widget = DateInput3
    default_error_messages = {
        "required": "Enter a date, for example 27 3 2015",
        "missing": "The date must include a %(missing)s",
        "not_real": "Enter a real date, for example 27 3 2015",
    }

    def to_python(self, value):
        """A date from the three texts, or None when all are empty. Raises ValidationError naming what is wrong."""
        if isinstance(value, datetime.date) or value is None:
            return value
        texts = [str(text or "").strip() for text in value]
        if not any(texts):
            return None
        missing = [part for part, text in zip(PARTS, texts, strict=True) if not text]
        if missing:
            self._refuse("missing", missing)
        day, month, year = texts[0], self._month_number(texts[1]), texts[2]
        try:
            date = datetime.date(int(year), month, int(day))
        except (ValueError, OverflowError):
            self._refuse("not_real", list(PARTS))
        if date.year < FIRST_YEAR:
            self._refuse("not_real", ["year"])
        return date

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _month_number(self, text: str) -> int:
        word = text[:3].lower()
        if word in MONTHS:
            return MONTHS.index(word) + 1
        return int(text) if text.isascii() and text.isdigit() else 0

    def _refuse(self, code: str, parts: list[str]):
        message = self.error_messages[code]
        raise ValidationError(message, code=code, params={"missing": " and ".join(parts), "parts": parts})
