from django.apps import AppConfig


class RolloutConfig(AppConfig):
    name = "tenants.rollout"
    label = "rollout"
    verbose_name = "Roll-out"

    def ready(self) -> None:
        from ui import home

        from tenants.rollout.home_cards import cards

        home.register(cards)
