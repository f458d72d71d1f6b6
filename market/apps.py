"""The marketplace: what there is to buy, what is missing, and what commissioners say about it."""

from django.apps import AppConfig


class MarketConfig(AppConfig):
    name = "market"
    label = "market"
    verbose_name = "Marketplace"

    def ready(self) -> None:
        from market import registrations

        registrations.register_all()
