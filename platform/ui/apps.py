"""The look of the site: page shell, components, forms and charts."""

from django.apps import AppConfig


class UIConfig(AppConfig):
    """Registers Home in the service navigation."""

    name = "ui"
    verbose_name = "Look and components"

    def ready(self):
        from ui import navigation

        navigation.register(
            navigation.NavigationItem("home", "Home", "ui:home", order=0, is_visible=navigation.is_signed_in)
        )
