from functools import partial

from django.urls import path

from timebank.exchange import views, views_own

OF = {"offer": "offers", "request": "requests"}


def _of(kind: str, plural: str) -> list:
    """The addresses of one kind, with the same pages."""
    to = partial(_path, kind, plural)
    return [
        to("", views.listed, f"{plural}"),
        to("list.<ending:ending>", views.file, f"{plural}-file"),
        to("new/", views.ask if kind == "request" else views.new, f"{kind}-new"),
        to("<uuid:public_id>/", views.one, kind),
        to("<uuid:public_id>/change/", views.change, f"{kind}-change"),
        to("<uuid:public_id>/extend/", views.extend, f"{kind}-extend"),
        to("<uuid:public_id>/withdraw/", views.withdraw, f"{kind}-withdraw"),
    ]


def _path(kind, plural, rest, view, name, **more):
    return path(f"{plural}/{rest}", view, {"kind": kind, **more}, name=name)


urlpatterns = [
    path("", views_own.start, name="start"),
    path("mine/", views_own.mine, name="mine"),
    path("mine/list.<ending:ending>", views_own.mine_file, name="mine-file"),
    path("ending/", views_own.ending_soon, name="ending"),
    path("ending/list.<ending:ending>", views_own.ending_file, name="ending-file"),
    path("giving/", views_own.giving, name="giving"),
    path("giving/new/", views_own.giving_new, name="giving-new"),
    path("giving/<uuid:public_id>/stop/", views_own.giving_stop, name="giving-stop"),
    *_of("offer", "offers"),
    *_of("request", "requests"),
    _path("offer", "offers", "<uuid:public_id>/agree/", views.agree, "offer-agree"),
    _path("offer", "offers", "<uuid:public_id>/pause/", views.switch, "offer-pause", verb="pause"),
    _path("offer", "offers", "<uuid:public_id>/resume/", views.switch, "offer-resume", verb="resume"),
]
