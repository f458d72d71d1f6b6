"""Addresses of market position statements, below `/market/`."""

from django.urls import path

from market.statements import feed, views, views_own, views_providers

OWN = "areas/<slug:slug>"
PUBLISHED = "statements/<slug:slug>/<int:year>"

urlpatterns = [
    path("statements/", views.listed, name="statements"),
    path("statements/statements.<ending:ending>", views.listed_file, name="statements-file"),
    path("statements/feed/", feed.statements_feed, name="statements-feed"),
    path(f"{PUBLISHED}/", views.statement, name="statement"),
    path(f"{PUBLISHED}/versions/<int:number>/", views.statement, name="statement-version"),
    path(f"{PUBLISHED}/versions/<int:number>/statement.<ending:ending>", views.statement_file, name="statement-file"),
    path(f"{PUBLISHED}/interest/", views_providers.interest, name="statement-interest"),
    path("provider/interest/<int:number>/end/", views_providers.interest_end, name="statement-interest-end"),
    path("provider/answers/<uuid:public_id>/", views_providers.answers, name="offer-answers"),
    path("areas/", views_own.mine, name="statement-mine"),
    path(f"{OWN}/statement/", views_own.overview, name="statement-own"),
    path(f"{OWN}/statement/begin/", views_own.begin, name="statement-begin"),
    path(f"{OWN}/statement/draft/", views_own.draft, name="statement-draft"),
    path(f"{OWN}/statement/draft/publish/", views_own.publish, name="statement-publish"),
    path(f"{OWN}/statement/draft/discard/", views_own.discard, name="statement-discard"),
    path(f"{OWN}/statement/draft/<slug:part>/", views_own.write, name="statement-write"),
    path(f"{OWN}/statement/<slug:key>.<ending:ending>", views_own.overview_file, name="statement-own-file"),
    path(f"{OWN}/gaps/", views_own.gaps, name="gaps"),
    path(f"{OWN}/gaps/interventions/new/", views_own.intervention_new, name="intervention-new"),
    path(f"{OWN}/gaps/interventions/<int:number>/", views_own.intervention, name="intervention"),
    path(f"{OWN}/gaps/<slug:key>.<ending:ending>", views_own.gaps_file, name="gaps-file"),
]
