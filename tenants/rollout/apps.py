from django.apps import AppConfig


class RolloutConfig(AppConfig):
    name = "tenants.rollout"
    label = "rollout"
    verbose_name = "Roll-out"
