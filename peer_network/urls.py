"""The peer network's addresses; each part has its own."""

from peer_network import parts

app_name = "peers"
urlpatterns = [pattern for module in parts.modules("urls") for pattern in module.urlpatterns]
