"""What the views of finance models share: who may read, and a page with one form."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.permissions import Permission

FORM_PAGE = "finance/form.html"


def may_read(request: HttpRequest) -> bool:
    """Whether the person sees the finance models of the area that the address names."""
    access = getattr(request, "access", None)
    return bool(access and request.area and access.can(Permission.FINANCE_READ, request.area))


def may_edit(request: HttpRequest) -> bool:
    """Whether they may load, run and record there."""
    access = getattr(request, "access", None)
    return bool(access and request.area and access.can(Permission.FINANCE_EDIT, request.area))


def form_page(
    request: HttpRequest,
    form: forms.Form,
    *,
    title: str,
    submit: str,
    back: str,
    crumbs: list[tuple[str, str]] | None = None,
    intro: tuple[str, ...] = (),
) -> HttpResponse:
    """A page with one form; 422 where it has errors."""
    context: dict[str, Any] = {"form": form, "page_title": title, "submit": submit, "back": back, "intro": intro}
    return render(request, FORM_PAGE, {**context, "crumbs": crumbs or []}, status=422 if form.errors else 200)


def address(route: str, request: HttpRequest, *args: Any) -> str:
    """An address of the area's finance models."""
    return reverse(f"finance:{route}", args=[request.area.slug, *args])
