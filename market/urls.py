"""The marketplace's addresses; each part has its own."""

from market import parts

app_name = "market"
urlpatterns = [pattern for module in parts.modules("urls") for pattern in module.urlpatterns]
