"""The time bank's addresses; each part has its own."""

from timebank import parts

app_name = "timebank"
urlpatterns = [pattern for module in parts.modules("urls") for pattern in module.urlpatterns]
