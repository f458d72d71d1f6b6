"""How many files a member may share in a day, by how far they are known. The limit says itself in words."""

import datetime

from config.today import is_sample_activity, moment
from peer_network.models import Member, SharedFile
from peer_network.sharing.errors import SharingRefused

DAY = datetime.timedelta(days=1)
IN_A_DAY = {Member.Standing.NEW: 2, Member.Standing.KNOWN: 5, Member.Standing.TRUSTED: 10}


def check(member: Member) -> None:
    """Raises SharingRefused for a member who has sent as many as they may."""
    most = IN_A_DAY[Member.Standing(member.standing)]
    lately = SharedFile.objects.filter(member=member, sent_at__gt=moment() - DAY).count()
    if lately >= most and not is_sample_activity():
        raise SharingRefused(f"You can send {most} files in a day. A moderator reads each of them. Try again tomorrow.")
