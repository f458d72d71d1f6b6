"""The peer network: peer support for budget holders and carers."""

from django.apps import AppConfig


class PeerNetworkConfig(AppConfig):
    name = "peer_network"
    label = "peer_network"
    verbose_name = "Peer network"

    def ready(self) -> None:
        from peer_network import registrations

        registrations.register_all()
