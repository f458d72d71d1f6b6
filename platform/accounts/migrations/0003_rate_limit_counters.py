"""Where tries are counted while Redis doesn't answer: the table of Django's database cache, `counters`."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_invitations_and_staff_sessions")]

    operations = [
        migrations.RunSQL(
            sql="""
                CREATE TABLE rate_limit_counters (
                    cache_key varchar(255) NOT NULL PRIMARY KEY,
                    value text NOT NULL,
                    expires timestamp with time zone NOT NULL
                );
                CREATE INDEX rate_limit_counters_expires ON rate_limit_counters (expires);
            """,
            reverse_sql="DROP TABLE rate_limit_counters;",
        ),
    ]
