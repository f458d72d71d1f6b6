from django.apps import AppConfig


class PeerNetworkConfig(AppConfig):
    name = "peer_network"
    label = "peer_network"
    verbose_name = "Peer network"
