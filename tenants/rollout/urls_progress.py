from django.urls import path, re_path

from tenants.rollout.progress import views

# The lists by name, so that no other part's addresses are taken for a list's.
THING = r"^(?P<kind>maturity|key-actions|promises)/(?P<key>[-\w]+)/"
urlpatterns = [
    path("maturity/", views.maturity, name="maturity"),
    path("key-actions/", views.key_actions, name="key-actions"),
    path("promises/", views.promises, name="promises"),
    path("progress/data/<slug:key>.<ending:ending>", views.download, name="progress-download"),
    re_path(THING + r"$", views.item, name="progress-item"),
    re_path(THING + r"change/$", views.change, name="progress-change"),
]
