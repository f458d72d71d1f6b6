from django.urls import path

from timebank.matching import views, views_proposals

urlpatterns = [
    path("matching/", views.matching, name="matching"),
    path("matching/run/", views.start, name="matching-run"),
    path("matching/<uuid:public_id>/", views.run, name="run"),
    path("matching/<uuid:public_id>/data/<slug:key>.<ending:ending>", views.run_file, name="run-file"),
    path("matching/pairs/<uuid:public_id>/pin/", views.decide, {"kind": "pin"}, name="pair-pin"),
    path("matching/pairs/<uuid:public_id>/refuse/", views.decide, {"kind": "refuse"}, name="pair-refuse"),
    path("matching/decisions/<int:number>/end/", views.decision_end, name="decision-end"),
    path("proposals/", views_proposals.proposals, name="proposals"),
    path("proposals/<uuid:public_id>/", views_proposals.proposal, name="proposal"),
    path("proposals/<uuid:public_id>/accept/", views_proposals.accept, name="proposal-accept"),
    path("proposals/<uuid:public_id>/decline/", views_proposals.decline, name="proposal-decline"),
]
