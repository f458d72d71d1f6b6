"""Pages that ask for words and then do one thing: take off a plan, close, open again. Asked twice, it is done once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


@dataclass(frozen=True)
class Asked:
    """What a page asks and says: its title, the question with its hint and the fault of no answer, button, outcome."""

    title: str
    question: str
    hint: str
    missing: str
    button: str
    done: str


class WordsForm(forms.Form):
    """One question, answered in words."""

    def __init__(self, *args: Any, asked: Asked, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"] = forms.CharField(
            label=asked.question,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=asked.hint,
            error_messages={"required": asked.missing},
        )


def page(
    request: HttpRequest,
    asked: Asked,
    *,
    act: Callable[[str], Any],
    back: str,
    is_possible: bool,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """Ask, and do it with the answer. Where it has been done already (not `is_possible`), lead back to the thing."""
    if not is_possible:
        return redirect(back)
    form = WordsForm(request.POST or None, asked=asked)
    if request.method == "POST" and form.is_valid():
        act(form.cleaned_data["words"])
        messages.success(request, asked.done)
        return redirect(back)
    shown = {**context, "form": form, "page_title": asked.title, "submit": asked.button}
    return render(request, template, shown, status=422 if form.errors else 200)
