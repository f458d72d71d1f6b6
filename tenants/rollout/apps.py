from django.apps import AppConfig


class RolloutConfig(AppConfig):
    name = "tenants.rollout"
    label = "rollout"
    verbose_name = "Roll-out"

    def ready(self) -> None:
        from tenants.rollout import registrations
        from tenants.rollout.home_cards import cards
        from ui import home

        registrations.register_all()
        home.register(cards)
