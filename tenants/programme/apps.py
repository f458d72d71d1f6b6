from django.apps import AppConfig
from django.http import HttpRequest

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
        navigation.register(item("programme", "Programme", "programme:board", order=20, is_visible=may_read_board))


def may_read_board(request: HttpRequest) -> bool:
    """Whether the person may read the board's pages."""
    access = getattr(request, "access", None)
    return bool(access and access.can(Permission.BOARD_READ))
