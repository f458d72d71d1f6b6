"""Settings, from the environment (`docs/operations/settings.md` lists each variable)."""

import environ

from config import connections_from_home, csp_policy, env, logs
from config.basics import *  # noqa: F403
from config.basics import DEBUG, IPC_HOME, IPC_TESTING, SERVED_OVER_HTTPS, SITE_URL, services
from config.integrations.celery import *  # noqa: F403
from config.integrations.limits import *  # noqa: F403
from config.integrations.mail import *  # noqa: F403
from config.integrations.peers import *  # noqa: F403
from config.integrations.sign_in import *  # noqa: F403
from config.integrations.uploads import *  # noqa: F403
from config.integrations.wagtail import *  # noqa: F403

# -- Keys and hosts ---------------------------------------------------------------------------------------------------

SECRET_KEY = connections_from_home.secret_key()
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")  # earlier keys, still believed while a new one comes in
METRICS_TOKEN = env.text("METRICS_TOKEN", "")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", SITE_URL if SERVED_OVER_HTTPS else "")

# -- Applications ---------------------------------------------------------------------------------------------------

# Django's apps are shared as a whole: one set of accounts, content types and sessions for the whole network.
SHARED_APPS = [
    "django_tenants",
    "ui.apps.UIConfig",
    "accounts.apps.AccountsConfig",
    "audit.apps.AuditConfig",
    "disclosure.apps.DisclosureConfig",
    "files.apps.FilesConfig",
    "find.apps.FindConfig",
    "drafts.apps.DraftsConfig",
    "jobs.apps.JobsConfig",
    "notify.apps.NotifyConfig",
    "data_rights.apps.DataRightsConfig",
    "api.apps.APIConfig",
    "tenants.apps.TenantsConfig",
    "tenants.returns.apps.ReturnsConfig",
    "tenants.programme.apps.ProgrammeConfig",
    "timebank.apps.TimebankConfig",
    "peer_network.apps.PeerNetworkConfig",
    "market.apps.MarketConfig",
    "knowledge.apps.KnowledgeConfig",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtailnhsukfrontend",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "django_celery_beat",
    "pgtrigger",
    "pghistory",
    "rules",
    "config.apps.ConfigConfig",  # last: it joins what the others registered
]
TENANT_APPS = [
    "tenants.rollout.apps.RolloutConfig",
    "finance_models.apps.FinanceModelsConfig",
]
INSTALLED_APPS = [*SHARED_APPS[:-1], *TENANT_APPS, SHARED_APPS[-1]]

# -- Areas (tenants) ------------------------------------------------------------------------------------------------

TENANT_MODEL = "tenants.Area"
TENANT_DOMAIN_MODEL = "tenants.Domain"
# A new area is a copy of the base schema: 0.9 s instead of 15 s. The first setting is ignored without the second.
TENANT_BASE_SCHEMA = "area_template"
TENANT_CREATION_FAKES_MIGRATIONS = True
TENANT_LIMIT_SET_CALLS = True
GET_EXECUTOR_FUNCTION = "tenants.migrations_executor.get_executor"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]

# -- Databases and caches -------------------------------------------------------------------------------------------

DATABASES = {
    "default": {
        **environ.Env.db_url_config(services.database_url),
        "ENGINE": "django_tenants.postgresql_backend",
        "CONN_MAX_AGE": env.whole_number("CONN_MAX_AGE", 60),
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_cache = {
    "BACKEND": "config.counting_cache.CountingRedisCache",
    "LOCATION": services.cache_url,
    "KEY_PREFIX": "ipc",
    # A page can be read without Redis; what was ignored is logged.
    "OPTIONS": {"IGNORE_EXCEPTIONS": True, "SOCKET_CONNECT_TIMEOUT": 1, "SOCKET_TIMEOUT": 1},  # seconds
}
CACHES = {
    "default": {**_cache, "KEY_FUNCTION": "config.caching.area_key"},
    "shared": {**_cache, "KEY_FUNCTION": "config.caching.shared_key"},
    # Where rate limits are counted while Redis doesn't answer.
    "counters": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "rate_limit_counters",
        "KEY_FUNCTION": "config.caching.shared_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}
DJANGO_REDIS_LOG_IGNORED_EXCEPTIONS = True

# -- Requests -------------------------------------------------------------------------------------------------------

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
MIDDLEWARE = [
    "config.metrics.RequestMetricsMiddleware",
    "config.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.EditorsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.SessionLimitsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tenants.middleware.AreaMiddleware",
    "accounts.middleware.RightsMiddleware",
    "audit.history.HistoryMiddleware",
    "drafts.middleware.SentDraftMiddleware",
    # After rights, so that somebody signed out is sent to sign in and not told of a token.
    "django.middleware.csrf.CsrfViewMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
_context_processors = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "ui.context.page",
]
TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "ui.environment.environment",
            "context_processors": _context_processors,
            "extensions": [
                "wagtail.jinja2tags.core",
                "wagtail.admin.jinja2tags.userbar",
                "wagtail.images.jinja2tags.images",
            ],
        },
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _context_processors},
    },
]
FORM_RENDERER = "ui.forms.NHSFormRenderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
APPEND_SLASH = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # bytes; files are streamed to disk and have limits of their own
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes; larger ones are written to disk as they come
FILE_UPLOAD_HANDLERS = [
    "files.receiving.Measured",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# -- Language and time ----------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# -- Files ----------------------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = IPC_HOME / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = IPC_HOME / "media"
PRIVATE_ROOT = IPC_HOME / "private"  # person-level data and uploads, 0700, one folder an area
FILE_UPLOAD_TEMP_DIR = PRIVATE_ROOT / ".incoming"  # /tmp may be memory, as in the compose file; backups pass over it
STATICFILES_FINDERS = [
    "ui.staticfiles.SelfContainedFinder",  # the design system without its addresses on other sites
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "files.private_storage.PrivateStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if IPC_TESTING:  # tests collect nothing: files are served from where they lie
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
    WHITENOISE_MAX_AGE = 3600  # seconds: a browser of the tests asks once for each

# -- Sessions --------------------------------------------------

_host_prefix = "__Host-" if SERVED_OVER_HTTPS else ""
SESSION_COOKIE_NAME = f"{_host_prefix}ipc_session"
CSRF_COOKIE_NAME = f"{_host_prefix}ipc_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SERVED_OVER_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: 12 hours in all
SESSION_IDLE_SECONDS = 30 * 60  # for staff roles
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# -- Security -------------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = SERVED_OVER_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside, by the orchestrator
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SERVED_OVER_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SERVED_OVER_HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail shows previews in a frame of its own site
if env.whole_number("TRUSTED_PROXY_COUNT", 0):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = csp_policy.STRICT
CSRF_FAILURE_VIEW = "ui.errors.csrf_failure"

# -- History and triggers -------------------------------------------------------------------------------------------

PGHISTORY_ADMIN_ALL_EVENTS = False

LOGGING = logs.configuration(human=DEBUG)
LOGGING_CONFIG = "config.logs.configure"

# X_FRAME_OPTIONS is SAMEORIGIN and not DENY: Wagtail shows previews in a frame of its own site.
# FILE_UPLOAD_TEMP_DIR is made when a file comes, for its owner alone (files.E001).
SILENCED_SYSTEM_CHECKS = ["security.W019", "files.E001"]
