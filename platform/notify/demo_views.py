"""The demo's mail page. Outside the demo it is not there."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import public
from notify import demo_mails

ON_A_PAGE = 50


@public
def mail_list(request: HttpRequest) -> HttpResponse:
    """Every mail that the demo has sent, the newest first."""
    _only_in_the_demo()
    page = Paginator(demo_mails.all_mails(), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        [{"text": mail.subject, "href": reverse("notify:demo-mail", args=[mail.key])}, mail.to, mail.date]
        for mail in page
    ]
    return render(request, "notify/demo_mails.html", {"page": page, "rows": rows})


@public
def mail(request: HttpRequest, key: str) -> HttpResponse:
    """One mail as text, its links to be pressed."""
    _only_in_the_demo()
    found = demo_mails.find(key)
    if found is None:
        raise Http404("There is no such mail.")
    return render(request, "notify/demo_mail.html", {"mail": found})


def _only_in_the_demo() -> None:
    if not settings.IPC_DEMO:
        raise Http404("No such page.")
