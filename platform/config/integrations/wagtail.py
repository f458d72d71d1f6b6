"""Wagtail: pages, pictures, documents."""

from config.basics import SITE_URL

WAGTAIL_SITE_NAME = "Integrated Personal Commissioning network"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_LOGIN_URL = "/account/login/"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # no request leaves the site
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
# Words by their stem, as `platform/find` asks for them.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "english"}}
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# No HTML and no SVG: such a file could carry a script. Recordings are known by their content (`files.sounds`).
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "m4a", "mp3", "ods", "odt", "ogg", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_CONTENT_TYPES = {"m4a": "audio/mp4", "mp3": "audio/mpeg", "ogg": "audio/ogg"}
# Both ask the virus scanner, and look into what is packed in a document.
WAGTAILDOCS_DOCUMENT_FORM_BASE = "knowledge.upload_forms.GuardedDocumentForm"
WAGTAILIMAGES_IMAGE_FORM_BASE = "knowledge.upload_forms.GuardedImageForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # bytes
WAGTAILIMAGES_IMAGE_MODEL = "knowledge.Picture"  # takes out what the camera wrote into the file
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000  # about 150 MB while a size of it is made; all frames counted
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
