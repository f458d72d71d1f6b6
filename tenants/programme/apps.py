from django.apps import AppConfig

from accounts.permissions import Permission


class ProgrammeConfig(AppConfig):
    name = "tenants.programme"
    label = "programme"
    verbose_name = "Programme board"

    def ready(self) -> None:
        from tenants.programme import registrations
        from ui import navigation

        registrations.register_all()

        item = navigation.NavigationItem
        may_read = navigation.for_whoever_may(Permission.BOARD_READ)
        navigation.register(item("programme", "Programme", "programme:board", order=20, is_visible=may_read))
