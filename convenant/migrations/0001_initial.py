from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import simple_history.models
import uuid
from casusregie.ui.tabellen import CreateTogether


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        CreateTogether([
        migrations.CreateModel(
            name='Medewerker',
            fields=[
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='e-mailadres')),
                ('naam', models.CharField(max_length=120)),
                ('telefoon', models.CharField(blank=True, max_length=40)),
                ('is_active', models.BooleanField(default=True, verbose_name='actief')),
            ],
            options={
                'ordering': ['naam'],
            },
        ),
        migrations.CreateModel(
            name='Organisatie',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('naam', models.CharField(max_length=120, unique=True)),
                ('soort', models.CharField(choices=[('gemeente', 'gemeente'), ('politie', 'politie'), ('om', 'Openbaar Ministerie'), ('zorg', 'zorg'), ('reclassering', 'reclassering'), ('jeugd', 'jeugdbescherming'), ('school', 'school'), ('welzijn', 'welzijn en jongerenwerk'), ('toezicht', 'toezicht')], max_length=20)),
                ('contactpunt', models.CharField(blank=True, help_text='Functie en telefoon, voor vragen van andere partijen', max_length=200)),
            ],
            options={
                'ordering': ['naam'],
            },
        ),
        migrations.CreateModel(
            name='Zegel',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('volgnummer', models.PositiveIntegerField(unique=True)),
                ('eerste', models.BigIntegerField()),
                ('laatste', models.BigIntegerField()),
                ('aantal', models.PositiveIntegerField()),
                ('wortel', models.CharField(max_length=64)),
                ('verzegeld_op', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['volgnummer'],
            },
        ),
        migrations.CreateModel(
            name='Dossier',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('nummer', models.CharField(help_text='Neutraal, zoals 2026-0142', max_length=12, unique=True)),
                ('fase', models.CharField(choices=[('melding', 'Melding'), ('weging', 'Weging'), ('besluit', 'Besluit'), ('uitvoering', 'Uitvoering'), ('afschaling', 'Afschaling'), ('nazorg', 'Nazorg'), ('gesloten', 'Gesloten'), ('afgedaan', 'Afgedaan zonder aanpak')], default='melding', max_length=20)),
                ('fase_sinds', models.DateTimeField()),
                ('geopend_op', models.DateTimeField()),
                ('gewijzigd_op', models.DateTimeField()),
            ],
            options={
                'ordering': ['-gewijzigd_op', '-id'],
                'permissions': [('regisseur', 'regisseur'), ('waarnemer', 'waarnemend regisseur'), ('uitvoerder', 'partner in de uitvoering'), ('meelezer', 'meelezer')],
                'indexes': [models.Index(fields=['-gewijzigd_op', '-id'], name='dossier_nieuwste'), models.Index(fields=['fase', '-gewijzigd_op', '-id'], name='dossier_fase_nieuwste')],
            },
        ),
        migrations.CreateModel(
            name='Dossierteller',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reeks', models.CharField(max_length=4)),
                ('jaar', models.PositiveSmallIntegerField()),
                ('laatste', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('reeks', 'jaar'), name='een_teller_per_jaar')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalDossier',
            fields=[
                ('actor_rol', models.CharField(blank=True, max_length=32)),
                ('actor_organisatie_id', models.UUIDField(null=True)),
                ('handeling', models.CharField(blank=True, max_length=64)),
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('nummer', models.CharField(db_index=True, help_text='Neutraal, zoals 2026-0142', max_length=12)),
                ('fase', models.CharField(choices=[('melding', 'Melding'), ('weging', 'Weging'), ('besluit', 'Besluit'), ('uitvoering', 'Uitvoering'), ('afschaling', 'Afschaling'), ('nazorg', 'Nazorg'), ('gesloten', 'Gesloten'), ('afgedaan', 'Afgedaan zonder aanpak')], default='melding', max_length=20)),
                ('fase_sinds', models.DateTimeField()),
                ('geopend_op', models.DateTimeField()),
                ('gewijzigd_op', models.DateTimeField()),
                ('history_user_id', models.UUIDField(null=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField()),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical dossier',
                'verbose_name_plural': 'historical dossiers',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['history_date', 'id'], name='convenant_h_history_b744a1_idx')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Hoedanigheid',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('rol', models.CharField(choices=[('accounthouder', 'accounthouder'), ('map_medewerker', 'MAP-medewerker'), ('procesregisseur', 'procesregisseur'), ('casusregisseur', 'casusregisseur'), ('lid_weegploeg', 'lid weegploeg'), ('partner', 'partner in de uitvoering'), ('bestuursadviseur', 'bestuursadviseur'), ('beslisser', 'beslisser'), ('leidinggevende', 'leidinggevende'), ('lid_commissie', 'lid Commissie van Toezicht'), ('fg', 'functionaris gegevensbescherming'), ('functioneel_beheerder', 'functioneel beheerder')], max_length=32)),
                ('van', models.DateField()),
                ('tot', models.DateField(blank=True, help_text='Laatste dag; leeg is zonder einde', null=True)),
                ('ingetrokken_op', models.DateTimeField(blank=True, help_text='Vanaf dit moment geldt de rol niet meer', null=True)),
                ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hoedanigheden', to=settings.AUTH_USER_MODEL)),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hoedanigheden', to='convenant.organisatie')),
            ],
            options={
                'ordering': ['van', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Logregel',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('gebeurd_op', models.DateTimeField()),
                ('vastgelegd_op', models.DateTimeField(auto_now_add=True)),
                ('soort', models.CharField(choices=[('handeling', 'handeling'), ('inzage', 'inzage'), ('zoekvraag', 'zoekvraag'), ('weigering', 'geweigerd'), ('aanmelding', 'aanmelding')], max_length=12)),
                ('naam', models.CharField(max_length=64)),
                ('resultaat', models.CharField(default='gelukt', max_length=12)),
                ('medewerker_id', models.UUIDField(null=True)),
                ('hoedanigheid_id', models.UUIDField(null=True)),
                ('rol', models.CharField(blank=True, max_length=32)),
                ('organisatie_id', models.UUIDField(null=True)),
                ('dossier_id', models.UUIDField(null=True)),
                ('dossiers', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list)),
                ('object_soort', models.CharField(blank=True, max_length=64)),
                ('object_id', models.UUIDField(null=True)),
                ('trace_id', models.CharField(blank=True, max_length=36)),
                ('sleutel', models.UUIDField(help_text='Een dubbele klik is één handeling', null=True, unique=True)),
                ('hash', models.CharField(default='', editable=False, max_length=64)),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['dossier_id', '-gebeurd_op'], name='log_dossier'), models.Index(fields=['medewerker_id', '-gebeurd_op'], name='log_medewerker')],
            },
        ),
        migrations.CreateModel(
            name='HistoricalTaak',
            fields=[
                ('actor_rol', models.CharField(blank=True, max_length=32)),
                ('actor_organisatie_id', models.UUIDField(null=True)),
                ('handeling', models.CharField(blank=True, max_length=64)),
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('soort', models.CharField(choices=[('actie', 'actie'), ('terugkoppeling', 'terugkoppelen aan de melder'), ('tweede_persoon', 'tweede persoon gevraagd'), ('weging', 'weging invullen'), ('nota', 'besluitnota maken'), ('besluit', 'besluit nemen'), ('informeren', 'betrokkene informeren'), ('herbeoordeling', 'herbeoordeling'), ('vaststellen', 'beoordeling vaststellen'), ('advies', 'advies geven'), ('plan', 'plan van aanpak'), ('vrijgave', 'tekst vrijgeven voor de Commissie')], default='actie', max_length=20)),
                ('titel', models.CharField(max_length=200)),
                ('toelichting', models.TextField(blank=True)),
                ('voor_rol', models.CharField(blank=True, choices=[('accounthouder', 'accounthouder'), ('map_medewerker', 'MAP-medewerker'), ('procesregisseur', 'procesregisseur'), ('casusregisseur', 'casusregisseur'), ('lid_weegploeg', 'lid weegploeg'), ('partner', 'partner in de uitvoering'), ('bestuursadviseur', 'bestuursadviseur'), ('beslisser', 'beslisser'), ('leidinggevende', 'leidinggevende'), ('lid_commissie', 'lid Commissie van Toezicht'), ('fg', 'functionaris gegevensbescherming'), ('functioneel_beheerder', 'functioneel beheerder')], max_length=32)),
                ('object_soort', models.CharField(blank=True, help_text='Waar de taak over gaat', max_length=64)),
                ('object_id', models.UUIDField(blank=True, null=True)),
                ('gemaakt_op', models.DateTimeField()),
                ('uiterlijk', models.DateField()),
                ('gereed_op', models.DateTimeField(blank=True, null=True)),
                ('uitkomst', models.TextField(blank=True)),
                ('history_user_id', models.UUIDField(null=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField()),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('dossier', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.dossier')),
                ('gemaakt_door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.hoedanigheid')),
                ('gereed_door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.hoedanigheid')),
                ('voor_hoedanigheid', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.hoedanigheid')),
                ('voor_organisatie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.organisatie')),
            ],
            options={
                'verbose_name': 'historical taak',
                'verbose_name_plural': 'historical taaks',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Taak',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('soort', models.CharField(choices=[('actie', 'actie'), ('terugkoppeling', 'terugkoppelen aan de melder'), ('tweede_persoon', 'tweede persoon gevraagd'), ('weging', 'weging invullen'), ('nota', 'besluitnota maken'), ('besluit', 'besluit nemen'), ('informeren', 'betrokkene informeren'), ('herbeoordeling', 'herbeoordeling'), ('vaststellen', 'beoordeling vaststellen'), ('advies', 'advies geven'), ('plan', 'plan van aanpak'), ('vrijgave', 'tekst vrijgeven voor de Commissie')], default='actie', max_length=20)),
                ('titel', models.CharField(max_length=200)),
                ('toelichting', models.TextField(blank=True)),
                ('voor_rol', models.CharField(blank=True, choices=[('accounthouder', 'accounthouder'), ('map_medewerker', 'MAP-medewerker'), ('procesregisseur', 'procesregisseur'), ('casusregisseur', 'casusregisseur'), ('lid_weegploeg', 'lid weegploeg'), ('partner', 'partner in de uitvoering'), ('bestuursadviseur', 'bestuursadviseur'), ('beslisser', 'beslisser'), ('leidinggevende', 'leidinggevende'), ('lid_commissie', 'lid Commissie van Toezicht'), ('fg', 'functionaris gegevensbescherming'), ('functioneel_beheerder', 'functioneel beheerder')], max_length=32)),
                ('object_soort', models.CharField(blank=True, help_text='Waar de taak over gaat', max_length=64)),
                ('object_id', models.UUIDField(blank=True, null=True)),
                ('gemaakt_op', models.DateTimeField()),
                ('uiterlijk', models.DateField()),
                ('gereed_op', models.DateTimeField(blank=True, null=True)),
                ('uitkomst', models.TextField(blank=True)),
                ('dossier', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='convenant.dossier')),
                ('gemaakt_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='convenant.hoedanigheid')),
                ('gereed_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='convenant.hoedanigheid')),
                ('voor_hoedanigheid', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='convenant.hoedanigheid')),
                ('voor_organisatie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='taken', to='convenant.organisatie')),
            ],
            options={
                'ordering': ['uiterlijk', 'id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalBetrokkenheid',
            fields=[
                ('actor_rol', models.CharField(blank=True, max_length=32)),
                ('actor_organisatie_id', models.UUIDField(null=True)),
                ('handeling', models.CharField(blank=True, max_length=64)),
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('van', models.DateField()),
                ('tot', models.DateField(blank=True, help_text='Laatste dag; leeg is zonder einde', null=True)),
                ('reden', models.CharField(max_length=500)),
                ('history_user_id', models.UUIDField(null=True)),
                ('history_change_reason', models.TextField(null=True)),
                ('history_id', models.BigAutoField(editable=False, primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField()),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('content_object', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.dossier')),
                ('permission', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='auth.permission')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('hoedanigheid', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.hoedanigheid')),
                ('verleend_door', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='convenant.hoedanigheid')),
            ],
            options={
                'verbose_name': 'historical betrokkenheid',
                'verbose_name_plural': 'historical betrokkenheids',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
                'indexes': [models.Index(fields=['history_date', 'id'], name='convenant_h_history_8c736a_idx')],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Betrokkenheid',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('van', models.DateField()),
                ('tot', models.DateField(blank=True, help_text='Laatste dag; leeg is zonder einde', null=True)),
                ('reden', models.CharField(max_length=500)),
                ('permission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='auth.permission')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='betrokkenheden', to=settings.AUTH_USER_MODEL)),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='betrokkenheden', to='convenant.dossier')),
                ('hoedanigheid', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='betrokkenheden', to='convenant.hoedanigheid')),
                ('verleend_door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verleende_betrokkenheden', to='convenant.hoedanigheid')),
            ],
            options={
                'ordering': ['van', 'id'],
                'indexes': [models.Index(fields=['hoedanigheid', 'van'], name='betrokkenheid_van_wie'), models.Index(fields=['content_object'], name='betrokkenheid_dossier')],
                'constraints': [models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gte', models.F('van')), _connector='OR'), name='betrokkenheid_periode'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('hoedanigheid', '='), ('permission', '='), ('content_object', '='), (models.Func(models.F('van'), models.F('tot'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='betrokkenheid_geen_overlap')],
            },
        ),
        migrations.AddConstraint(
            model_name='hoedanigheid',
            constraint=models.CheckConstraint(condition=models.Q(('tot__isnull', True), ('tot__gte', models.F('van')), _connector='OR'), name='hoedanigheid_periode'),
        ),
        migrations.AddConstraint(
            model_name='hoedanigheid',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ingetrokken_op__isnull', True)), expressions=[('medewerker', '='), ('organisatie', '='), ('rol', '='), (models.Func(models.F('van'), models.F('tot'), models.Value('[]'), function='daterange', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='hoedanigheid_geen_overlap'),
        ),
        migrations.AddIndex(
            model_name='historicaltaak',
            index=models.Index(fields=['history_date', 'id'], name='convenant_h_history_6aa02f_idx'),
        ),
        migrations.AddIndex(
            model_name='taak',
            index=models.Index(condition=models.Q(('gereed_op__isnull', True)), fields=['voor_hoedanigheid', 'uiterlijk'], name='taak_open_persoon'),
        ),
        migrations.AddIndex(
            model_name='taak',
            index=models.Index(condition=models.Q(('gereed_op__isnull', True)), fields=['voor_organisatie', 'voor_rol', 'uiterlijk'], name='taak_open_rol'),
        ),
        migrations.AddIndex(
            model_name='taak',
            index=models.Index(fields=['object_id'], name='taak_object'),
        ),
        migrations.AddConstraint(
            model_name='taak',
            constraint=models.CheckConstraint(condition=models.Q(('voor_hoedanigheid__isnull', False), models.Q(('voor_organisatie__isnull', False), models.Q(('voor_rol', ''), _negated=True)), _connector='OR'), name='taak_heeft_iemand'),
        ),
        ]),
    ]
