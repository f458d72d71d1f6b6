"""What kind of run this is, and where its state lies: what every other module of settings asks first."""

import datetime

from config import connections_from_home, env

PROJECT_ROOT = env.PROJECT_ROOT
IPC_HOME = env.ipc_home()
MAIL_ROOT = IPC_HOME / "mail"
services = connections_from_home.services()

IPC_DEMO = env.flag("IPC_DEMO")
IPC_TESTING = env.flag("IPC_TESTING")
DEBUG = env.flag("DEBUG")
_today = env.text("IPC_TODAY", "2015-07-15" if IPC_DEMO else "")
IPC_TODAY = datetime.date.fromisoformat(_today) if _today else None
# The web address people use; links in e-mail and feeds start with it.
SITE_URL = env.text("SITE_URL", "http://localhost:8000")
SERVED_OVER_HTTPS = SITE_URL.startswith("https://")
