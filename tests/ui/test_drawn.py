"""What the design system's macros draw is kept by all of their parameters, and by what kind they are."""

from typing import Any

from django import forms
from django.test import RequestFactory
from django.utils.functional import lazystr
from django.utils.safestring import SafeString, mark_safe
from markupsafe import Markup, escape

from tests.ui.drawing import draw
from ui import context, drawn
from ui.forms import present

DRAWN = []


def macro(params: dict[str, Any]) -> str:
    DRAWN.append(params)
    return Markup("<b>{}</b>").format(params["text"])


def test_it_is_drawn_once_for_the_same_parameters_at_every_depth() -> None:
    DRAWN.clear()
    asked = {"text": "Save", "items": [{"href": "/a/"}, None], "small": True}
    assert drawn.once(macro, asked) == drawn.once(macro, {**asked, "items": [{"href": "/a/"}, None]}) == "<b>Save</b>"
    assert len(DRAWN) == 1
    drawn.once(macro, {**asked, "items": [{"href": "/b/"}, None]})
    drawn.once(macro, {**asked, "small": 1})
    assert len(DRAWN) == 3


def test_text_never_takes_the_place_of_markup_with_the_same_letters() -> None:
    for markup in (Markup("<i>x</i>"), mark_safe("<i>x</i>")):
        assert drawn.once(macro, {"text": markup}) == "<b><i>x</i></b>"
        assert drawn.once(macro, {"text": "<i>x</i>"}) == "<b>&lt;i&gt;x&lt;/i&gt;</b>"
    assert SafeString in drawn.PLAIN


def test_what_is_worked_out_late_is_drawn_each_time() -> None:
    DRAWN.clear()
    for _ in range(2):
        assert drawn.once(macro, {"text": lazystr("Later")}) == "<b>Later</b>"
    assert len(DRAWN) == 2


def test_the_macro_is_part_of_what_is_kept() -> None:
    assert drawn.once(macro, {"text": "Of one"}) == "<b>Of one</b>"
    assert drawn.once(lambda params: escape(params["text"]), {"text": "Of one"}) == "Of one"


class Words(forms.Form):
    title = forms.CharField(max_length=20)
    story = forms.CharField(widget=forms.Textarea, max_length=100, required=False)
    kind = forms.ChoiceField(choices=[("a", "A")])


def test_only_boxes_in_which_nothing_was_typed_are_kept() -> None:
    blank = Words()
    assert [present(blank[name]).is_blank for name in ("title", "story", "kind")] == [True, True, False]
    typed = Words({"title": "", "story": "About me"})
    assert [present(typed[name]).is_blank for name in ("title", "story")] == [False, False]
    assert "About me" in draw("{{ form }}", form=typed).text and "About me" not in draw("{{ form }}", form=blank).text


def test_a_page_has_one_token_and_another_request_another() -> None:
    def tokens() -> list[str]:
        token = context.page(RequestFactory().get("/"))["csrf_token"]
        return [str(token), str(token)]

    first, second = tokens(), tokens()
    assert first[0] == first[1] != second[0] == second[1]
    assert len(first[0]) == 64
