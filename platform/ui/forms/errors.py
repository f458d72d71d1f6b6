"""The words of a form's errors, and the summary that links to each field."""

from django.forms import BaseForm, ChoiceField
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy

from ui.forms.dates import PARTS, DateInput3

# Django's own words for an empty field don't say which field, nor what to do.
DJANGO_REQUIRED = gettext_lazy("This field is required.")


def messages_for(field: BoundField) -> list[str]:
    """What is wrong with a field, each message saying how to mend it."""
    return [_mended(str(message), field) for message in field.errors]


def wrong_parts(field: BoundField) -> list[str]:
    """Which boxes of a three-box date are wrong; all of them where the error names none."""
    parts = [part for error in field.errors.as_data() for part in (error.params or {}).get("parts", [])]
    return parts or (list(PARTS) if field.errors else [])


def link_to(field: BoundField) -> str:
    """The address within the page of the field's first box."""
    if isinstance(field.field.widget, DateInput3):
        return f"#{field.auto_id}-{(wrong_parts(field) or PARTS)[0]}"
    return f"#{field.auto_id}"


def errors_of(*candidates) -> list[BaseForm]:
    """Those of the given forms, and lists of forms, that have been sent and have errors."""
    forms = []
    for candidate in candidates:
        each = candidate if isinstance(candidate, (list, tuple)) else [candidate]
        forms += [form for form in each if isinstance(form, BaseForm) and form.is_bound and form.errors]
    return forms


def error_lines(form: BaseForm) -> list[dict]:
    """Lines for the error summary: {"text", "href"}. Empty the second time, so that no page shows it twice."""
    if not errors_of(form) or getattr(form, "summary_is_shown", False):
        return []
    form.summary_is_shown = True
    lines = [{"text": str(message), "href": None} for message in form.non_field_errors()]
    for field in form:
        href = None if field.is_hidden else link_to(field)
        lines += [{"text": message, "href": href} for message in messages_for(field)]
    return lines


def _mended(message: str, field: BoundField) -> str:
    if message != str(DJANGO_REQUIRED):
        return message
    label = str(field.label)
    if isinstance(field.field, ChoiceField):
        return f"Choose an answer: {label}"
    return f"Answer this question: {label}" if label.endswith("?") else f"Fill in: {label}"
