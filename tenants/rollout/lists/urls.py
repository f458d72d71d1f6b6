from django.urls import path

from tenants.rollout.lists import views
from tenants.rollout.lists.kinds import KINDS


def _of(kind: str) -> list:
    """The addresses of one list: `rollout:partners`, `rollout:partners-new`, …"""
    extra = {"kind": kind}
    return [
        path(f"{kind}/", views.listed, extra, name=kind),
        path(f"{kind}/data.<ending:ending>", views.file, extra, name=f"{kind}-file"),
        path(f"{kind}/new/", views.new, extra, name=f"{kind}-new"),
        path(f"{kind}/history/", views.history, extra, name=f"{kind}-history"),
        path(f"{kind}/history.<ending:ending>", views.history_file, extra, name=f"{kind}-history-file"),
        path(f"{kind}/<int:number>/", views.change, extra, name=f"{kind}-change"),
        path(f"{kind}/<int:number>/remove/", views.remove, extra, name=f"{kind}-remove"),
    ]


urlpatterns = [each for kind in KINDS for each in _of(kind)]
