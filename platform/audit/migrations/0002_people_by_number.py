import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

# People stand in rows by number from now on (decision 14). What earlier versions wrote in words is taken out once,
# here, by the owner of the table, before the first day is sealed.
FORGET_NAMES = """
    ALTER TABLE audit_auditrow DISABLE TRIGGER USER;
    UPDATE audit_auditrow SET by_words = '' WHERE by_id IS NOT NULL;
    UPDATE audit_auditrow SET object_words = '' WHERE object_type IN ('accounts.user', 'accounts.invitation');
    ALTER TABLE audit_auditrow ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('tenants', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(FORGET_NAMES, migrations.RunSQL.noop),
        migrations.CreateModel(
            name='AuditSeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True, verbose_name='day')),
                ('rows', models.PositiveIntegerField(verbose_name='rows of the day')),
                ('form', models.PositiveSmallIntegerField(verbose_name='which columns are in the digest')),
                ('digest', models.CharField(max_length=64, verbose_name='digest')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='sealed')),
            ],
            options={
                'verbose_name': 'audit seal',
                'ordering': ['day'],
            },
        ),
        migrations.AddField(
            model_name='auditrow',
            name='on_behalf_of',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='for whom'),
        ),
        migrations.AlterField(
            model_name='auditrow',
            name='by_words',
            field=models.CharField(blank=True, max_length=200, verbose_name='who, where it was no person'),
        ),
        migrations.AddIndex(
            model_name='auditrow',
            index=models.Index(fields=['object_id', '-at'], name='audit_thing_newest'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='auditseal',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(execute='public.refuse_change()', func='RETURN NULL;', hash='1aac1218ff60eccdfc81f22a24893d1dd55af5e9', level='STATEMENT', operation='UPDATE OR DELETE OR TRUNCATE', pgid='pgtrigger_append_only_3a3ab', table='audit_auditseal', when='BEFORE')),
        ),
    ]
