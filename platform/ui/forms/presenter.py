"""Turns a bound field into the arguments of the macro that draws it."""

from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from ui.forms.dates import PARTS, DateInput3
from ui.forms.errors import messages_for, wrong_parts

# Attributes that the macros set themselves, or that we don't want: the browser's own messages come in other words
# and places than ours, and a placeholder is no label.
DROPPED = {
    "id", "name", "class", "type", "value", "required", "placeholder", "multiple", "aria-describedby", "aria-invalid"
}  # fmt: skip
OF_THE_MACRO = {"autocomplete", "inputmode", "pattern", "spellcheck", "autocapitalize", "disabled"}
SHAPING = {"data-legend", "data-prefix", "data-suffix", "data-inline", "data-rows"}
LINES_OF_A_TEXT = 5
BOXES = {"input", "textarea", "character-count"}


@dataclass(frozen=True)
class FieldShown:
    """`kind` names the macro, `params` are its arguments, `widget` is the field's own markup for other kinds."""

    kind: str
    params: dict
    widget: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it is a box with nothing in it, that looks the same for everybody who is shown it."""
        return self.kind in BOXES and not self.params.get("value") and not self.params.get("errorMessage")


def present(field: BoundField) -> FieldShown:
    """How a field is shown, by its widget."""
    widget = field.field.widget
    for widget_class, presenter in PRESENTERS:
        if isinstance(widget, widget_class):
            return presenter(field)
    return _other(field)


def label_of(field: BoundField) -> SafeString:
    """The escaped label (the macros don't escape labels), with "(optional)" where the field may be left empty.

    A form that `is_filter` says nothing of it, nor one that `is_draft`, whose answers are all needed in the end.
    """
    label = conditional_escape(field.label)
    is_single_box = isinstance(field.field.widget, forms.CheckboxInput)
    is_silent = getattr(field.form, "is_filter", False) or getattr(field.form, "is_draft", False)
    if field.field.required or is_single_box or is_silent or "optional" in label.lower():
        return label
    return format_html("{} (optional)", label)


def _common(field: BoundField) -> dict:
    widget_attrs = field.build_widget_attrs(dict(field.field.widget.attrs))
    errors = messages_for(field)
    params = {
        "id": field.auto_id,
        "idPrefix": field.auto_id,
        "name": field.html_name,
        "classes": widget_attrs.get("class", ""),
        "hint": {"html": conditional_escape(field.help_text)} if field.help_text else None,
        "errorMessage": {"text": " ".join(errors)} if errors else None,
        "attributes": _attributes(widget_attrs, bool(errors)),
    }
    params.update({name: value for name, value in widget_attrs.items() if name in OF_THE_MACRO})
    if field.field.disabled:
        params["disabled"] = True
    return params


def _attributes(widget_attrs: dict, is_wrong: bool) -> dict:
    kept = {
        name: {"value": True, "optional": True} if value is True else str(value)
        for name, value in widget_attrs.items()
        if name not in DROPPED | OF_THE_MACRO | SHAPING and value not in (None, False)
    }
    if is_wrong:
        kept["aria-invalid"] = "true"
    return kept


def _labelled(field: BoundField) -> dict:
    return {
        **_common(field),
        "label": {"text": label_of(field), "size": field.field.widget.attrs.get("data-legend", "s")},
    }


def _grouped(field: BoundField) -> dict:
    """For several boxes under one question: a fieldset with the question as its legend."""
    size = field.field.widget.attrs.get("data-legend", "s")
    return {**_common(field), "attributes": {}, "fieldset": {"legend": {"text": label_of(field), "size": size}}}


def _input(field: BoundField) -> FieldShown:
    widget = field.field.widget
    params = _labelled(field)
    value = widget.format_value(field.value())
    params |= {
        "type": widget.input_type,
        "value": "" if value is None else str(value),
        "prefix": widget.attrs.get("data-prefix"),
        "suffix": widget.attrs.get("data-suffix"),
    }
    if widget.input_type == "number":
        # A spinner changes the number under a scrolling finger: a text box with a number pad does not.
        params |= {"type": "text", "inputmode": "decimal" if _takes_decimals(field) else "numeric", "spellcheck": False}
        params["attributes"] = _without(params["attributes"], "min", "max", "step")
    return FieldShown("input", params)


def _takes_decimals(field: BoundField) -> bool:
    return isinstance(field.field, (forms.DecimalField, forms.FloatField))


def _without(attributes: dict, *names: str) -> dict:
    return {name: value for name, value in attributes.items() if name not in names}


def _password(field: BoundField) -> FieldShown:
    return FieldShown("password", _labelled(field))


def _textarea(field: BoundField) -> FieldShown:
    params = _labelled(field)
    limit = getattr(field.field, "max_length", None)
    params |= {
        "value": field.field.widget.format_value(field.value()) or "",
        "rows": field.field.widget.attrs.get("data-rows", LINES_OF_A_TEXT),
        "attributes": _without(params["attributes"], "maxlength", "rows", "cols"),
    }
    if limit:
        # A limit in the box itself would cut off pasted text without a word.
        return FieldShown("character-count", {**params, "maxlength": limit})
    return FieldShown("textarea", params)


def _choices(field: BoundField) -> list[dict]:
    """All choices in order: {"value", "text", "selected", "checked"}; groups of choices are run together."""
    context = field.field.widget.get_context(field.html_name, field.value(), {"id": field.auto_id})
    options = [option for _, group, _ in context["widget"]["optgroups"] for option in group]
    return [
        {
            "value": "" if option["value"] is None else str(option["value"]),
            "text": conditional_escape(option["label"]),
            "selected": bool(option["selected"]),
            "checked": bool(option["selected"]),
            "disabled": bool(option["attrs"].get("disabled")),
            "hint": _hint_of(option["label"]),
        }
        for option in options
    ]


def _hint_of(label) -> dict | None:
    """A choice may carry a hint: give it a label with a `hint` attribute (see `LabelWithHint`)."""
    hint = getattr(label, "hint", None)
    return {"text": hint} if hint else None


def _select(field: BoundField) -> FieldShown:
    params = {**_labelled(field), "items": _choices(field)}
    if getattr(field.field.widget, "allow_multiple_selected", False):
        params["attributes"] = {**params["attributes"], "multiple": {"value": True, "optional": True}}
    return FieldShown("select", params)


def _without_id(params: dict) -> dict:
    """The first box has the field's id; on the group around them a label would lead to the wrong one of two."""
    return {name: value for name, value in params.items() if name != "id"}


def _radios(field: BoundField) -> FieldShown:
    items = [choice for choice in _choices(field) if choice["value"] != "" or not field.field.required]
    inline = bool(field.field.widget.attrs.get("data-inline"))
    return FieldShown("radios", {**_without_id(_grouped(field)), "items": items, "inline": inline})


def _checkboxes(field: BoundField) -> FieldShown:
    return FieldShown("checkboxes", {**_without_id(_grouped(field)), "items": _choices(field)})


def _checkbox(field: BoundField) -> FieldShown:
    params = _without_id(_common(field))
    attributes = params.pop("attributes")
    item = {"value": "on", "text": label_of(field), "checked": bool(field.value()), "attributes": attributes}
    return FieldShown("checkboxes", {**params, "attributes": {}, "items": [{**item, "id": field.auto_id}]})


def _file(field: BoundField) -> FieldShown:
    multiple = getattr(field.field.widget, "allow_multiple_selected", False)
    return FieldShown("file", {**_labelled(field), "multiple": multiple})


def _date(field: BoundField) -> FieldShown:
    value = field.value()
    texts = value if isinstance(value, (list, tuple)) else field.field.widget.decompress(value)
    wrong = wrong_parts(field)
    items = [
        {
            "name": f"{field.html_name}-{part}",
            "id": f"{field.auto_id}-{part}",
            "label": part.capitalize(),
            "value": str(text or ""),
            "width": "4" if part == "year" else "2",
            "error": part in wrong,
            "attributes": {"aria-invalid": "true"} if part in wrong else {},
        }
        for part, text in zip(PARTS, texts, strict=True)
    ]
    return FieldShown("date", {**_grouped(field), "items": items})


def _other(field: BoundField) -> FieldShown:
    described_by = [f"{field.auto_id}-hint"] if field.help_text else []
    described_by += [f"{field.auto_id}-error"] if field.errors else []
    attrs = {"aria-describedby": " ".join(described_by)} if described_by else {}
    return FieldShown("other", _labelled(field), widget=field.as_widget(attrs=attrs))


# In this order: a widget takes the first line whose class it belongs to.
PRESENTERS = (
    (DateInput3, _date),
    (forms.MultiWidget, _other),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.CheckboxInput, _checkbox),
    (forms.Select, _select),
    (forms.Textarea, _textarea),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.widgets.Input, _input),
)
