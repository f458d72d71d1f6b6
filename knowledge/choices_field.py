"""Several keys of a fixed list in one column, as tick boxes in the editor."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models


class ChoicesField(ArrayField):
    """Keys of a fixed list, such as the groups that a resource is for; empty means that it isn't for one of them.

    The list stands in `tenants`, in the programme's own numbering, and changes with a release, not with an editor.
    """

    def __init__(self, *, of: Any = (), **options: Any) -> None:
        self.of = list(of)
        options.setdefault("base_field", models.CharField(max_length=40))
        options.setdefault("default", list)
        options.setdefault("blank", True)
        super().__init__(**options)

    def formfield(self, **options: Any) -> forms.Field:
        """Tick boxes, whatever the widget for lists is."""
        return forms.MultipleChoiceField(
            choices=self.of,
            required=not self.blank,
            label=self.verbose_name.capitalize(),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
