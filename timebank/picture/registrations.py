"""What the picture registers with the platform: the front page's figure of hours given."""

from ui import front_page


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    front_page.register(hours_given)


def hours_given() -> list[front_page.FrontPageFigure]:
    """Whole hours of help that were given so far; nothing before the first. One query."""
    from django.db.models import Sum

    from config.today import today
    from timebank.models import AccountBalance

    minutes = AccountBalance.objects.aggregate(sum=Sum("given"))["sum"] or 0
    if minutes < 60:
        return []
    label = "hours of help given between areas"
    return [front_page.FrontPageFigure(minutes // 60, label, today(), "The time bank’s ledger", order=120)]
