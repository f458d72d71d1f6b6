from django.urls import include, path

from tenants.programme import calendar, pack_views, projection_views, returns_pages, site_views, views

app_name = "programme"
urlpatterns = [
    path("", views.board, name="board"),
    path("milestones.ics", calendar.milestones_file, name="milestones-calendar"),
    path("returns/", returns_pages.returns, name="returns"),
    path("returns/returns.<ending:ending>", returns_pages.returns_file, name="returns-file"),
    path("returns/<slug:slug>/<slug:quarter>/dispute/", returns_pages.dispute, name="dispute"),
    path("returns/<slug:slug>/<slug:quarter>/settle/", returns_pages.settle, name="settle"),
    path("data/<slug:key>.<ending:ending>", views.download, name="download"),
    path("sites/", site_views.sites, name="sites"),
    path("sites/list.<ending:ending>", site_views.download, name="sites-download"),
    path("pack/", pack_views.packs, name="packs"),
    path("pack/<uuid:public_id>.<ending:ending>", pack_views.pack_file, name="pack-file"),
    path("projection/", projection_views.projection, name="projection"),
    path("projection/result.<ending:ending>", projection_views.projection_file, name="projection-file"),
    path("projection/<int:number>/", projection_views.kept_projection, name="kept-projection"),
    path(
        "projection/<int:number>.<ending:ending>",
        projection_views.kept_projection_file,
        name="kept-projection-file",
    ),
    path("network-risks/", include("tenants.programme.network_risks.urls")),
    path("workstreams/", include("tenants.programme.workstreams.urls")),
    # The last: any other word is the key of a view.
    path("<slug:key>/", views.section, name="section"),
]
