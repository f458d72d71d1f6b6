"""django-celery-beat: the schedule, without people."""

MODELS = {
    "django_celery_beat.ClockedSchedule": {"other": "id clocked_time"},
    "django_celery_beat.CrontabSchedule": {"other": "id minute hour day_of_month month_of_year day_of_week timezone"},
    "django_celery_beat.IntervalSchedule": {"other": "id every period"},
    "django_celery_beat.PeriodicTask": {
        "other": "id name task interval crontab solar clocked args kwargs queue exchange routing_key headers priority "
        "expires expire_seconds one_off start_time enabled last_run_at total_run_count date_changed description"
    },
    "django_celery_beat.PeriodicTasks": {"other": "ident last_update"},
    "django_celery_beat.SolarSchedule": {"other": "id event latitude longitude"},
}
