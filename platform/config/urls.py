"""Every address of the site. Areas are part of the path, so one static table serves them all."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts import admin_site
from api.urls import api
from api.views import nothing_here
from config import media, metrics, operations
from knowledge.views import finding
from ui import errors

urlpatterns = [
    path("healthz", operations.healthz, name="healthz"),
    path("readyz", operations.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("sitemap.xml", finding.sitemap, name="sitemap"),
    path("robots.txt", finding.robots, name="robots"),
    path("", include("ui.urls")),
    path("", include("accounts.urls")),
    path("account/", include("allauth.urls")),
    path("", include("find.urls")),
    path("", include("drafts.urls")),
    path("", include("jobs.urls")),
    path("", include("notify.urls")),
    path("", include("audit.urls")),
    path("", include("data_rights.urls")),
    path("", include("disclosure.urls")),
    path("", include("api.site_urls")),
    path("api/v1/", api.urls),
    path("api/<path:rest>", nothing_here, name="api-nothing-here"),
    path("programme/finance/", include("finance_models.region.board_urls")),
    path("programme/cases/", include("finance_models.cases.board_urls")),
    path("programme/", include("tenants.programme.urls")),
    path("network/finance/", include("finance_models.region.urls")),
    path("network/cases/", include("finance_models.cases.pool_urls")),
    path("network/", include("tenants.network_urls")),
    path("areas/", include("tenants.urls")),
    path("areas/<slug:area>/rollout/", include("tenants.rollout.urls")),
    path("areas/<slug:area>/returns/", include("tenants.rollout.returns.urls")),
    path("areas/<slug:area>/finance/", include("finance_models.urls")),
    path("organisations/", include("tenants.organisation_urls")),
    path("your-turn/", include("tenants.your_turn_urls")),
    path("knowledge/", include("knowledge.urls")),
    path("timebank/", include("timebank.urls")),
    path("peers/", include("peer_network.urls")),
    path("market/", include("market.urls")),
    path("open-referral/", include("market.directories.feed.urls")),
    path("admin/", admin_site.site.urls),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", media.serve, name="media"),
    path("", include(wagtail_urls)),
]

handler400 = errors.bad_request
handler403 = errors.not_allowed
handler404 = errors.not_found
handler500 = errors.server_error
handler429 = errors.too_many  # allauth asks for it by this name
