"""The addresses of the feed, below `/open-referral/`. The standard writes them without a slash at the end."""

from django.urls import path

from market.directories.feed import views

app_name = "open_referral"
urlpatterns = [
    path("", views.root, name="root"),
    path("openapi.json", views.openapi, name="openapi"),
    path("services", views.service_list, name="services"),
    path("services/<str:key>", views.service, name="service"),
    path("organizations", views.organisation_list, name="organisations"),
    path("organizations/<str:key>", views.organisation, name="organisation"),
    path("service_at_locations", views.at_location_list, name="at-locations"),
    path("service_at_locations/<str:key>", views.at_location, name="at-location"),
    path("taxonomies", views.taxonomy_list, name="taxonomies"),
    path("taxonomies/<str:key>", views.taxonomy, name="taxonomy"),
    path("taxonomy_terms", views.term_list, name="terms"),
    path("taxonomy_terms/<str:key>", views.term, name="term"),
    path("<path:rest>", views.nothing_here, name="nothing-here"),
]
