import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import honorarios.records.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from honorarios.records.tables import TablesMigration


class Migration(TablesMigration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Office",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Nome curto, sem espaços, usado em endereços.",
                        unique=True,
                        verbose_name="identificador",
                    ),
                ),
                (
                    "timezone",
                    models.CharField(
                        default="America/Sao_Paulo",
                        help_text="Fuso em que o cliente lê a hora dos registros do sistema.",
                        max_length=60,
                        verbose_name="fuso horário",
                    ),
                ),
            ],
            options={
                "verbose_name": "cliente do sistema",
                "verbose_name_plural": "clientes do sistema",
            },
        ),
        migrations.CreateModel(
            name="AccommodationType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código da acomodação, o mesmo do anexo do contrato: ward, apartment.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        help_text="Quanto maior, superior: só se cobra diferença de quem usa uma superior.",
                        verbose_name="ordem",
                    ),
                ),
            ],
            options={
                "verbose_name": "acomodação",
                "verbose_name_plural": "acomodações",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "code"), name="accommodationtype_code"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hospital",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do hospital, único no cliente.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Praça do calendário de feriados: sigla do estado ou código IBGE do município.",
                        max_length=60,
                        verbose_name="praça",
                    ),
                ),
                (
                    "charity_until",
                    models.DateField(
                        blank=True,
                        help_text="Último dia da certificação de filantrópico (CEBAS); vazio: não é.",
                        null=True,
                        verbose_name="CEBAS até",
                    ),
                ),
            ],
            options={
                "verbose_name": "hospital",
                "verbose_name_plural": "hospitais",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="hospital_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Patient",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Prontuário: o código do paciente no hospital.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome do paciente.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("m", "Masculino"), ("f", "Feminino")],
                        default="",
                        help_text="Para a compatibilidade do procedimento; vazio: não informado.",
                        max_length=24,
                        verbose_name="sexo",
                    ),
                ),
                (
                    "birth_date",
                    models.DateField(
                        blank=True,
                        help_text="Data de nascimento.",
                        null=True,
                        verbose_name="nascimento",
                    ),
                ),
                (
                    "cpf",
                    models.CharField(
                        blank=True,
                        help_text="Só os 11 algarismos.",
                        max_length=11,
                        verbose_name="CPF",
                    ),
                ),
            ],
            options={
                "verbose_name": "paciente",
                "verbose_name_plural": "pacientes",
                "indexes": [
                    models.Index(fields=["office", "name"], name="patient_by_name"),
                    models.Index(fields=["office", "cpf"], name="patient_by_cpf"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="patient_code"),
                    models.CheckConstraint(
                        condition=models.Q(("sex__in", ["m", "f", ""])), name="patient_sex_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CostCentre",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do centro de custo, único no cliente.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
            ],
            options={
                "verbose_name": "centro de custo",
                "verbose_name_plural": "centros de custo",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="costcentre_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Workstation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        help_text="Hospital da estação.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="workstations",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código da estação, único no hospital.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "cost_centre",
                    models.ForeignKey(
                        blank=True,
                        help_text="Centro de custo da estação, quando ele manda no do lançamento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.costcentre",
                        verbose_name="centro de custo",
                    ),
                ),
            ],
            options={
                "verbose_name": "estação de trabalho",
                "verbose_name_plural": "estações de trabalho",
                "constraints": [
                    models.UniqueConstraint(fields=("hospital", "code"), name="workstation_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        help_text="Onde o paciente é atendido.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        help_text="Quem é atendido.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="records.patient",
                        verbose_name="paciente",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="Número do atendimento, único no hospital.",
                        max_length=40,
                        verbose_name="número",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Aberto"),
                            ("discharged", "Alta"),
                            ("cancelled", "Cancelado"),
                        ],
                        default="open",
                        help_text="Aberto, alta ou cancelado; cancelado congela todas as parciais.",
                        max_length=24,
                        verbose_name="situação",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        choices=[("inpatient", "Interno"), ("outpatient", "Externo")],
                        help_text="Interno ou externo.",
                        max_length=24,
                        verbose_name="tipo de paciente",
                    ),
                ),
                (
                    "character",
                    models.CharField(
                        choices=[("elective", "Eletivo"), ("urgent", "Urgência/emergência")],
                        default="elective",
                        help_text="Eletivo ou de urgência.",
                        max_length=24,
                        verbose_name="caráter",
                    ),
                ),
                (
                    "is_emergency",
                    models.BooleanField(
                        default=False,
                        help_text="Atendimento de urgência ou emergência: condição da hora extra.",
                        verbose_name="emergência",
                    ),
                ),
                (
                    "started_at",
                    honorarios.records.fields.WallTimeField(
                        help_text="Chegada do paciente, hora do local.", verbose_name="início"
                    ),
                ),
                (
                    "ended_at",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Alta, hora do local; vazio: ainda em curso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
                (
                    "workstation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Onde os lançamentos do paciente externo são feitos.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.workstation",
                        verbose_name="estação de trabalho",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Cresce um a cada alteração.", verbose_name="versão"
                    ),
                ),
            ],
            options={
                "verbose_name": "atendimento",
                "verbose_name_plural": "atendimentos",
                "indexes": [
                    models.Index(fields=["office", "started_at"], name="attendance_by_start")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hospital", "number"), name="attendance_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "discharged", "cancelled"])),
                        name="attendance_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("setting__in", ["inpatient", "outpatient"])),
                        name="attendance_setting_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("character__in", ["elective", "urgent"])),
                        name="attendance_character_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True),
                            ("ended_at__gte", models.F("started_at")),
                            _connector="OR",
                        ),
                        name="attendance_hours_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do prestador, o mesmo das condições contratuais e dos arquivos.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome do prestador.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("person", "Pessoa"), ("company", "Empresa")],
                        default="person",
                        help_text="Pessoa ou empresa.",
                        max_length=8,
                        verbose_name="natureza",
                    ),
                ),
                (
                    "council",
                    models.CharField(
                        blank=True,
                        help_text="Registro no conselho: CRM-SP 12345.",
                        max_length=40,
                        verbose_name="conselho",
                    ),
                ),
                (
                    "specialty",
                    models.CharField(
                        blank=True,
                        help_text="Especialidade, como as condições contratuais a escrevem.",
                        max_length=60,
                        verbose_name="especialidade",
                    ),
                ),
                (
                    "provider_class",
                    models.CharField(
                        blank=True,
                        help_text="Classe do prestador para as regras dentro ou fora da conta.",
                        max_length=60,
                        verbose_name="classe",
                    ),
                ),
            ],
            options={
                "verbose_name": "prestador",
                "verbose_name_plural": "prestadores",
                "indexes": [models.Index(fields=["office", "name"], name="provider_by_name")],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="provider_code"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["person", "company"])),
                        name="provider_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BillingUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        help_text="Hospital a que a unidade pertence.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="billing_units",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código da unidade, o mesmo das condições contratuais.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "principal_provider",
                    models.ForeignKey(
                        blank=True,
                        help_text="A instituição: recebe o resto de uma divisão e nunca fica fora da conta.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador principal",
                    ),
                ),
            ],
            options={
                "verbose_name": "unidade de faturamento",
                "verbose_name_plural": "unidades de faturamento",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="billingunit_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=150, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=150, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="email address"),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="date joined"
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "usuário",
                "verbose_name_plural": "usuários",
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Payer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do convênio, o mesmo das condições contratuais.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("insurer", "Convênio"),
                            ("self_pay", "Particular"),
                            ("sus", "SUS"),
                            ("state", "Servidor estadual"),
                        ],
                        help_text="Convênio, particular, SUS ou servidor estadual. Decide o que congela a parcial.",
                        max_length=24,
                        verbose_name="grupo",
                    ),
                ),
            ],
            options={
                "verbose_name": "convênio",
                "verbose_name_plural": "convênios",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="payer_code"),
                    models.CheckConstraint(
                        condition=models.Q(("group__in", ["insurer", "self_pay", "sus", "state"])),
                        name="payer_group_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        help_text="Convênio do plano.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do plano, o mesmo das condições contratuais.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "accommodation_type",
                    models.ForeignKey(
                        blank=True,
                        help_text="Acomodação a que o plano dá direito; vazia: não se cobra diferença.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.accommodationtype",
                        verbose_name="acomodação contratada",
                    ),
                ),
            ],
            options={
                "verbose_name": "plano",
                "verbose_name_plural": "planos",
                "constraints": [
                    models.UniqueConstraint(fields=("payer", "code"), name="plan_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="SurgeryCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        help_text="Número da cirurgia, único no cliente.",
                        max_length=40,
                        verbose_name="número",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        help_text="Onde será operado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        help_text="Quem será operado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="records.patient",
                        verbose_name="paciente",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        help_text="A quem se pede a autorização.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        help_text="Produto do convênio; vazio: não informado.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.plan",
                        verbose_name="plano",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("indicated", "Indicada"),
                            ("requested", "Pedida"),
                            ("authorised", "Autorizada"),
                            ("partly_authorised", "Autorizada em parte"),
                            ("denied", "Negada"),
                            ("scheduled", "Agendada"),
                            ("performed", "Realizada"),
                            ("billed", "Cobrada"),
                            ("paid", "Paga"),
                            ("cancelled", "Cancelada"),
                        ],
                        default="indicated",
                        help_text="Até onde a cirurgia chegou, da indicação ao pagamento.",
                        max_length=17,
                        verbose_name="situação",
                    ),
                ),
                (
                    "character",
                    models.CharField(
                        choices=[("elective", "Eletivo"), ("urgent", "Urgência/emergência")],
                        default="elective",
                        help_text="Eletivo ou de urgência.",
                        max_length=24,
                        verbose_name="caráter",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        choices=[("inpatient", "Interno"), ("outpatient", "Externo")],
                        default="inpatient",
                        help_text="Interno ou externo.",
                        max_length=24,
                        verbose_name="tipo de paciente",
                    ),
                ),
                (
                    "indicated_on",
                    models.DateField(
                        help_text="Dia em que o médico a indicou.", verbose_name="indicada em"
                    ),
                ),
                (
                    "planned_at",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Hora do local; vazia: sem data.",
                        null=True,
                        verbose_name="planejada para",
                    ),
                ),
                (
                    "admitted_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que o paciente se interna.",
                        null=True,
                        verbose_name="internação",
                    ),
                ),
                (
                    "performed_at",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Hora do local; vazia: ainda não foi.",
                        null=True,
                        verbose_name="realizada em",
                    ),
                ),
                (
                    "discharged_on",
                    models.DateField(
                        blank=True, help_text="Dia da alta.", null=True, verbose_name="alta"
                    ),
                ),
                (
                    "contracted_accommodation",
                    models.ForeignKey(
                        blank=True,
                        help_text="A que o plano dá direito; vazia: não informada.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.accommodationtype",
                        verbose_name="acomodação contratada",
                    ),
                ),
                (
                    "occupied_accommodation",
                    models.ForeignKey(
                        blank=True,
                        help_text="A que o paciente ocupa ou vai ocupar; vazia: a contratada.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.accommodationtype",
                        verbose_name="acomodação ocupada",
                    ),
                ),
                (
                    "upgrade_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("patient_option", "Opção do paciente"),
                            ("no_bed", "Falta de leito"),
                            ("medical_need", "Necessidade médica"),
                        ],
                        default="",
                        help_text="Por que a acomodação é superior à contratada.",
                        max_length=24,
                        verbose_name="motivo da mudança",
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        blank=True,
                        help_text="Atendimento em que foi realizada.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="records.attendance",
                        verbose_name="atendimento",
                    ),
                ),
                (
                    "responsible",
                    models.ForeignKey(
                        blank=True,
                        help_text="Quem acompanha a cirurgia no faturamento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="responsável",
                    ),
                ),
                (
                    "needs_opme",
                    models.BooleanField(
                        default=False,
                        help_text="Se há órteses, próteses ou materiais a cotar.",
                        verbose_name="usa OPME",
                    ),
                ),
                (
                    "free_choice",
                    models.BooleanField(
                        default=False,
                        help_text="Se o paciente paga a equipe e pede o reembolso ao convênio.",
                        verbose_name="livre escolha",
                    ),
                ),
                (
                    "fees_requested",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se o hospital os pediu junto com a autorização.",
                        max_length=7,
                        verbose_name="honorários pedidos pelo hospital",
                    ),
                ),
                (
                    "repasse_requested_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que o cirurgião pediu o repasse ao hospital.",
                        null=True,
                        verbose_name="repasse pedido em",
                    ),
                ),
                (
                    "consent_signed_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que o paciente assinou o termo da diferença de classe.",
                        null=True,
                        verbose_name="termo assinado em",
                    ),
                ),
                (
                    "budget_signed_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que o paciente assinou o orçamento particular.",
                        null=True,
                        verbose_name="orçamento assinado em",
                    ),
                ),
                (
                    "knew_of_network",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se o paciente sabia que há opção na rede do convênio.",
                        max_length=7,
                        verbose_name="sabia da rede",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Texto livre.",
                        max_length=500,
                        verbose_name="observação",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Cresce um a cada alteração.", verbose_name="versão"
                    ),
                ),
            ],
            options={
                "verbose_name": "cirurgia",
                "verbose_name_plural": "cirurgias",
                "indexes": [
                    models.Index(fields=["office", "planned_at"], name="surgerycase_by_day"),
                    models.Index(
                        fields=["office", "status", "planned_at"], name="surgerycase_by_status"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="surgerycase_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "indicated",
                                    "requested",
                                    "authorised",
                                    "partly_authorised",
                                    "denied",
                                    "scheduled",
                                    "performed",
                                    "billed",
                                    "paid",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="surgerycase_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fees_requested__in", ["yes", "no", "unknown"])),
                        name="surgerycase_fees_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("knew_of_network__in", ["yes", "no", "unknown"])),
                        name="surgerycase_network_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("character__in", ["elective", "urgent"])),
                        name="surgerycase_character_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("setting__in", ["inpatient", "outpatient"])),
                        name="surgerycase_setting_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("upgrade_reason__in", ["patient_option", "no_bed", "medical_need", ""])
                        ),
                        name="surgerycase_upgrade_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("discharged_on__isnull", True),
                            ("admitted_on__isnull", True),
                            ("discharged_on__gte", models.F("admitted_on")),
                            _connector="OR",
                        ),
                        name="surgerycase_stay_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("performed_at__isnull", False),
                            models.Q(
                                ("status__in", ["performed", "billed", "paid"]), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="surgerycase_performed_has_hour",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        help_text="Para que se pede.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="records.surgerycase",
                        verbose_name="cirurgia",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("elective_admission", "Internação eletiva"),
                            ("high_complexity", "Procedimento de alta complexidade"),
                            ("day_hospital", "Hospital-dia"),
                            ("basic_consultation", "Consulta básica"),
                            ("other_consultation", "Consulta nas demais especialidades"),
                            ("laboratory", "Análises clínicas em regime ambulatorial"),
                            (
                                "other_diagnostics",
                                "Demais serviços de diagnóstico e terapia em regime ambulatorial",
                            ),
                            ("urgent", "Urgência e emergência"),
                        ],
                        default="elective_admission",
                        help_text="O que se pede: decide o prazo de resposta e o de atendimento.",
                        max_length=18,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "requested_on",
                    models.DateField(
                        help_text="Dia em que o convênio recebeu.", verbose_name="pedido em"
                    ),
                ),
                (
                    "protocol",
                    models.CharField(
                        blank=True,
                        help_text="Número que o convênio deu ao pedido.",
                        max_length=60,
                        verbose_name="protocolo",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("pending", "Sem resposta"),
                            ("generic", "Genérica"),
                            ("authorised", "Autorizado"),
                            ("partial", "Autorizado em parte"),
                            ("denied", "Negado"),
                        ],
                        default="pending",
                        help_text="O que o convênio respondeu; a genérica não conta como resposta.",
                        max_length=10,
                        verbose_name="resposta",
                    ),
                ),
                (
                    "answered_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia da última resposta.",
                        null=True,
                        verbose_name="respondido em",
                    ),
                ),
                (
                    "answer_text",
                    models.CharField(
                        blank=True,
                        help_text="O que veio escrito; na negativa, a cláusula ou a norma citada.",
                        max_length=1000,
                        verbose_name="texto da resposta",
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que se desistiu dele.",
                        null=True,
                        verbose_name="retirado em",
                    ),
                ),
            ],
            options={
                "verbose_name": "pedido de autorização",
                "verbose_name_plural": "pedidos de autorização",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "elective_admission",
                                    "high_complexity",
                                    "day_hospital",
                                    "basic_consultation",
                                    "other_consultation",
                                    "laboratory",
                                    "other_diagnostics",
                                    "urgent",
                                ],
                            )
                        ),
                        name="caserequest_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "answer__in",
                                ["pending", "generic", "authorised", "partial", "denied"],
                            )
                        ),
                        name="caserequest_answer_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True),
                            ("answered_on__gte", models.F("requested_on")),
                            _connector="OR",
                        ),
                        name="caserequest_answered_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_on__isnull", True),
                            ("withdrawn_on__gte", models.F("requested_on")),
                            _connector="OR",
                        ),
                        name="caserequest_withdrawn_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", False), ("answer", "pending"), _connector="OR"
                        ),
                        name="caserequest_answer_has_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        help_text="Atendimento cobrado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="records.attendance",
                        verbose_name="atendimento",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        default=1,
                        help_text="Número da conta dentro do atendimento.",
                        verbose_name="número",
                    ),
                ),
                (
                    "billing_unit",
                    models.ForeignKey(
                        help_text="Quem fatura a conta.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.billingunit",
                        verbose_name="unidade de faturamento",
                    ),
                ),
            ],
            options={
                "verbose_name": "conta",
                "verbose_name_plural": "contas",
                "constraints": [
                    models.UniqueConstraint(fields=("attendance", "number"), name="account_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "seq",
                    models.PositiveBigIntegerField(
                        help_text="Número no cliente, sem falhas.", verbose_name="sequência"
                    ),
                ),
                ("at", models.DateTimeField(help_text="Quando aconteceu.", verbose_name="em")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Quem fez; vazio: o próprio sistema.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        help_text="Nome da operação: fees.launch.",
                        max_length=60,
                        verbose_name="ação",
                    ),
                ),
                (
                    "subject_type",
                    models.CharField(
                        help_text="Sobre o que foi: part, line, patient.",
                        max_length=40,
                        verbose_name="tipo do objeto",
                    ),
                ),
                (
                    "subject_id",
                    models.CharField(
                        help_text="Identificador do objeto.", max_length=64, verbose_name="objeto"
                    ),
                ),
                (
                    "commitment",
                    models.CharField(
                        help_text="HMAC-SHA256 do detalhe, em hexadecimal.",
                        max_length=64,
                        verbose_name="compromisso",
                    ),
                ),
                (
                    "previous",
                    models.CharField(
                        help_text="Hash do evento anterior.",
                        max_length=64,
                        verbose_name="hash anterior",
                    ),
                ),
                (
                    "hash",
                    models.CharField(
                        help_text="HMAC-SHA256 deste evento encadeado.",
                        max_length=64,
                        verbose_name="hash",
                    ),
                ),
            ],
            options={
                "verbose_name": "evento de auditoria",
                "verbose_name_plural": "eventos de auditoria",
                "indexes": [
                    models.Index(
                        fields=["office", "subject_type", "subject_id"],
                        name="auditevent_by_subject",
                    ),
                    models.Index(fields=["actor", "action", "office"], name="auditevent_by_actor"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "seq"), name="auditevent_seq")
                ],
            },
        ),
        migrations.CreateModel(
            name="BedClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código da classe, único no cliente.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome que as telas mostram.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "accommodation_type",
                    models.ForeignKey(
                        help_text="Acomodação que a classe dá.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bed_classes",
                        to="records.accommodationtype",
                        verbose_name="acomodação",
                    ),
                ),
            ],
            options={
                "verbose_name": "classe de leito",
                "verbose_name_plural": "classes de leito",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="bedclass_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Remittance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        help_text="Número da remessa, único no cliente.", verbose_name="número"
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        help_text="A quem se cobra.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "billing_unit",
                    models.ForeignKey(
                        help_text="Quem cobra.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.billingunit",
                        verbose_name="unidade de faturamento",
                    ),
                ),
                (
                    "total",
                    models.BigIntegerField(
                        help_text="Em centavos: soma das parciais na emissão, as retiradas depois incluídas.",
                        verbose_name="total",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando foi emitida.",
                        verbose_name="emitida em",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem emitiu.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="emitida por",
                    ),
                ),
            ],
            options={
                "verbose_name": "remessa",
                "verbose_name_plural": "remessas",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="remittance_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="AccountPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        help_text="Conta da parcial.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="records.account",
                        verbose_name="conta",
                    ),
                ),
                (
                    "seq",
                    models.PositiveIntegerField(
                        help_text="Número da parcial dentro da conta.", verbose_name="sequência"
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        help_text="Quem paga.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        help_text="Plano do paciente.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.plan",
                        verbose_name="plano",
                    ),
                ),
                (
                    "billing_unit",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem fatura; não muda depois do primeiro lançamento.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.billingunit",
                        verbose_name="unidade de faturamento",
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Contrato do catálogo; vazio: encontrado por convênio, unidade e via.",
                        max_length=120,
                        verbose_name="condições contratuais",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accredited", "Credenciado"),
                            ("hospital_repasse", "Repasse hospitalar"),
                            ("cooperative", "Cooperativa"),
                            ("private", "Particular"),
                        ],
                        default="",
                        help_text="Vazia: particular para quem paga por si, senão repasse do hospital.",
                        max_length=24,
                        verbose_name="via de faturamento",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        help_text="Primeiro dia do período, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: sem limite.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Aberta"),
                            ("closed", "Encerrada"),
                            ("released", "Liberada"),
                            ("billed", "Faturada"),
                            ("cancelled", "Cancelada"),
                        ],
                        default="open",
                        help_text="Aberta, encerrada, liberada, faturada ou cancelada.",
                        max_length=24,
                        verbose_name="situação",
                    ),
                ),
                (
                    "tax_invoice",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Número da nota fiscal emitida; vazio: não emitida. Congela a parcial particular.",
                        max_length=60,
                        verbose_name="nota fiscal",
                    ),
                ),
                (
                    "tax_invoice_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando a nota fiscal foi registrada.",
                        null=True,
                        verbose_name="nota fiscal em",
                    ),
                ),
                (
                    "remittance",
                    models.ForeignKey(
                        blank=True,
                        help_text="Remessa em que está, só enquanto faturada.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="records.remittance",
                        verbose_name="remessa",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Cresce um a cada alteração.", verbose_name="versão"
                    ),
                ),
            ],
            options={
                "verbose_name": "parcial",
                "verbose_name_plural": "parciais",
                "indexes": [
                    models.Index(
                        fields=["billing_unit", "status", "payer", "period_start"],
                        name="part_by_unit_status",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("account", "seq"), name="accountpart_seq"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "closed", "released", "billed", "cancelled"])
                        ),
                        name="accountpart_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "route__in",
                                ["accredited", "hospital_repasse", "cooperative", "private", ""],
                            )
                        ),
                        name="accountpart_route_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period_end__isnull", True),
                            ("period_end__gte", models.F("period_start")),
                            _connector="OR",
                        ),
                        name="accountpart_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tax_invoice", ""), ("tax_invoice_at__isnull", True)),
                            models.Q(
                                models.Q(("tax_invoice", ""), _negated=True),
                                ("tax_invoice_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="accountpart_invoice_has_its_hour",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("remittance__isnull", False), ("status", "billed")),
                            models.Q(
                                models.Q(("status", "billed"), _negated=True),
                                ("remittance__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="accountpart_billed_in_a_remittance",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BulkEdit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        help_text="Como o endereço a chama.",
                        unique=True,
                        verbose_name="identificador",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        help_text="De quem é.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pessoa",
                    ),
                ),
                (
                    "changes",
                    models.JSONField(
                        help_text="Campo e valor novo, como foram pedidos.", verbose_name="mudanças"
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Quando foi feita.", verbose_name="feita em"
                    ),
                ),
                (
                    "undone_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando foi desfeita.",
                        null=True,
                        verbose_name="desfeita em",
                    ),
                ),
            ],
            options={
                "verbose_name": "alteração em lote",
                "verbose_name_plural": "alterações em lote",
            },
        ),
        migrations.CreateModel(
            name="Authorisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        help_text="Pedido a que responde.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorisations",
                        to="records.caserequest",
                        verbose_name="pedido",
                    ),
                ),
                (
                    "senha",
                    models.CharField(
                        help_text="Número da autorização dado pelo convênio.",
                        max_length=60,
                        verbose_name="senha",
                    ),
                ),
                (
                    "granted_on",
                    models.DateField(
                        help_text="Dia em que foi autorizado.", verbose_name="concedida em"
                    ),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True,
                        help_text="Último dia da senha; vazio: o convênio não informou.",
                        null=True,
                        verbose_name="válida até",
                    ),
                ),
            ],
            options={
                "verbose_name": "autorização",
                "verbose_name_plural": "autorizações",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "senha"), name="authorisation_senha"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("granted_on")),
                            _connector="OR",
                        ),
                        name="authorisation_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CatalogueVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        help_text="Número da versão, a partir de 1.", verbose_name="versão"
                    ),
                ),
                (
                    "hash",
                    models.CharField(
                        help_text="sha256: e 64 algarismos hexadecimais.",
                        max_length=71,
                        verbose_name="hash",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando foi gravada.",
                        verbose_name="gravada em",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem a gravou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
            ],
            options={
                "verbose_name": "versão do catálogo",
                "verbose_name_plural": "versões do catálogo",
                "indexes": [
                    models.Index(fields=["office", "hash"], name="catalogueversion_by_hash")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "number"), name="catalogueversion_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="O que traz: fees, patients, providers.",
                        max_length=40,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "file_name",
                    models.CharField(
                        help_text="Nome do arquivo, sem pasta.",
                        max_length=255,
                        verbose_name="arquivo",
                    ),
                ),
                (
                    "file_digest",
                    models.CharField(
                        help_text="SHA-256 dos bytes do arquivo.",
                        max_length=64,
                        verbose_name="resumo do arquivo",
                    ),
                ),
                (
                    "options",
                    models.JSONField(
                        default=dict,
                        help_text="Colunas mapeadas e outras escolhas de quem importou.",
                        verbose_name="opções",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Em curso"),
                            ("done", "Concluída"),
                            ("undone", "Desfeita"),
                        ],
                        default="running",
                        help_text="Em curso, concluída ou desfeita.",
                        max_length=8,
                        verbose_name="situação",
                    ),
                ),
                (
                    "total_rows",
                    models.PositiveIntegerField(
                        default=0, help_text="Linhas do arquivo.", verbose_name="linhas"
                    ),
                ),
                (
                    "done_rows",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Linhas já tratadas: de onde se recomeça.",
                        verbose_name="linhas feitas",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Quando começou.", verbose_name="criada em"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        help_text="Quem importou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando terminou.",
                        null=True,
                        verbose_name="concluída em",
                    ),
                ),
                (
                    "undone_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando foi desfeita.",
                        null=True,
                        verbose_name="desfeita em",
                    ),
                ),
            ],
            options={
                "verbose_name": "importação",
                "verbose_name_plural": "importações",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "undone"), _negated=True),
                        fields=("office", "kind", "file_digest"),
                        name="importbatch_file_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["running", "done", "undone"])),
                        name="importbatch_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("done_rows__lte", models.F("total_rows"))),
                        name="importbatch_rows_within_total",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeeLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Cresce um a cada edição.", verbose_name="versão"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Ativo"),
                            ("reversed", "Estornado"),
                            ("reversal", "Estorno"),
                        ],
                        default="active",
                        help_text="Ativo, estornado ou estorno.",
                        max_length=24,
                        verbose_name="situação",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("professional_fee", "Honorário"), ("facility_fee", "Taxa")],
                        default="professional_fee",
                        help_text="Honorário de alguém ou taxa automática.",
                        max_length=24,
                        verbose_name="natureza",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código TUSS ou SIGTAP.", max_length=20, verbose_name="código"
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="Nome do procedimento na tabela.",
                        max_length=300,
                        verbose_name="descrição",
                    ),
                ),
                (
                    "start",
                    honorarios.records.fields.WallTimeField(
                        help_text="Início do ato, hora do local.", verbose_name="início"
                    ),
                ),
                (
                    "end",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Fim do ato; vazio: não informado.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Quem fez; a taxa automática não tem.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surgeon", "Cirurgião"),
                            ("first_assistant", "1º auxiliar"),
                            ("second_assistant", "2º auxiliar"),
                            ("third_assistant", "3º auxiliar"),
                            ("fourth_assistant", "4º auxiliar"),
                            ("scrub_assistant", "Instrumentador"),
                            ("anaesthetist", "Anestesista"),
                            ("anaesthetist_assistant", "Auxiliar de anestesista"),
                            ("consultant", "Consultor"),
                            ("perfusionist", "Perfusionista"),
                            ("delivery_paediatrician", "Pediatra na sala de parto"),
                            ("diagnostics_assistant", "Auxiliar SADT"),
                            ("clinician", "Clínico"),
                            ("intensivist", "Intensivista"),
                        ],
                        default="",
                        help_text="Função na equipe; a taxa automática não tem.",
                        max_length=24,
                        verbose_name="função do médico",
                    ),
                ),
                (
                    "access_route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("single", "Única"),
                            ("same", "Mesma via"),
                            ("different", "Diferentes vias"),
                        ],
                        default="",
                        help_text="Única, mesma via ou diferentes vias.",
                        max_length=24,
                        verbose_name="via de acesso",
                    ),
                ),
                (
                    "procedure_kind",
                    models.CharField(
                        choices=[("principal", "Principal"), ("secondary", "Secundário")],
                        default="principal",
                        help_text="Principal ou secundário.",
                        max_length=24,
                        verbose_name="tipo do procedimento",
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Lugar do ato na cirurgia, a partir de 1.",
                        null=True,
                        verbose_name="ordem",
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("conventional", "Convencional"),
                            ("video", "Vídeo"),
                            ("robotic", "Robótica"),
                        ],
                        default="",
                        help_text="Convencional, vídeo ou robótica.",
                        max_length=24,
                        verbose_name="técnica",
                    ),
                ),
                (
                    "laterality",
                    models.CharField(
                        blank=True,
                        choices=[("left", "Esquerda"), ("right", "Direita"), ("both", "Bilateral")],
                        default="",
                        help_text="Esquerda, direita ou bilateral.",
                        max_length=24,
                        verbose_name="lateralidade",
                    ),
                ),
                (
                    "quantity",
                    models.SmallIntegerField(
                        default=1,
                        help_text="1 a 999; negativa só no estorno.",
                        verbose_name="quantidade",
                    ),
                ),
                (
                    "cost_centre",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Centro de custo do lançamento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.costcentre",
                        verbose_name="centro de custo",
                    ),
                ),
                (
                    "unit_value",
                    models.BigIntegerField(
                        help_text="Em centavos, positivo também no estorno.",
                        verbose_name="valor unitário",
                    ),
                ),
                (
                    "total",
                    models.BigIntegerField(
                        help_text="Em centavos; negativo no estorno.", verbose_name="valor total"
                    ),
                ),
                (
                    "charged",
                    models.BigIntegerField(
                        help_text="Em centavos: o total, ou zero quando o pacote cobre ou não se cobra.",
                        verbose_name="valor cobrado",
                    ),
                ),
                (
                    "treatment",
                    models.CharField(
                        choices=[
                            ("normal", "Normal"),
                            ("on_top", "Além do pacote"),
                            ("covered", "Coberto pelo pacote"),
                            ("not_charged", "Não cobrado"),
                        ],
                        default="normal",
                        help_text="O que o pacote fez do item.",
                        max_length=24,
                        verbose_name="tratamento no pacote",
                    ),
                ),
                (
                    "outside_requested",
                    models.BooleanField(
                        default=False,
                        help_text="Se quem lançou marcou fora da conta.",
                        verbose_name="fora da conta pedido",
                    ),
                ),
                (
                    "outside_stored",
                    models.BooleanField(
                        default=False,
                        help_text="O que as regras decidiram (HONORARIOFORA).",
                        verbose_name="fora da conta",
                    ),
                ),
                (
                    "split_form",
                    models.CharField(
                        choices=[
                            ("none", "Sem divisão"),
                            ("percent", "Por percentual"),
                            ("value", "Por valor"),
                        ],
                        default="none",
                        help_text="Forma da divisão.",
                        max_length=24,
                        verbose_name="divisão de cobrança",
                    ),
                ),
                (
                    "split_provider",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Com quem o valor se divide.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador da divisão",
                    ),
                ),
                (
                    "split_group",
                    models.UUIDField(
                        blank=True,
                        help_text="Une as linhas de uma divisão.",
                        null=True,
                        verbose_name="grupo da divisão",
                    ),
                ),
                (
                    "split_percent",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="Parte desta linha, em %.",
                        null=True,
                        places=6,
                        verbose_name="percentual da divisão",
                    ),
                ),
                (
                    "special",
                    models.BooleanField(
                        default=False,
                        help_text="Lançado pela página Especial: não se edita.",
                        verbose_name="item especial",
                    ),
                ),
                (
                    "kept",
                    models.JSONField(
                        default=dict,
                        help_text="Colunas que o motor de cálculo devolveu.",
                        verbose_name="memória de cálculo",
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Catálogo que deu o preço.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.catalogueversion",
                        verbose_name="versão do catálogo",
                    ),
                ),
                (
                    "price_row",
                    models.IntegerField(
                        blank=True,
                        help_text="Número da linha de preço naquele catálogo.",
                        null=True,
                        verbose_name="linha da tabela",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando esta versão foi gravada.",
                        verbose_name="gravado em",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem gravou esta versão.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gravado por",
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=uuid.uuid4,
                        help_text="Nome do lançamento em APIs.",
                        unique=True,
                        verbose_name="identificador",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Parcial do lançamento.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="records.accountpart",
                        verbose_name="parcial",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        help_text="Número dentro da parcial, a partir de 1.", verbose_name="número"
                    ),
                ),
                (
                    "billing_unit",
                    models.ForeignKey(
                        db_index=False,
                        help_text="A da parcial, repetida para as listas.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.billingunit",
                        verbose_name="unidade de faturamento",
                    ),
                ),
                (
                    "difference_of",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Lançamento do convênio de que este é a diferença particular.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="records.feeline",
                        verbose_name="diferença de",
                    ),
                ),
                (
                    "automatic_of",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Honorário que gerou esta taxa.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="automatic_fees",
                        to="records.feeline",
                        verbose_name="taxa automática de",
                    ),
                ),
                (
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        help_text="Lançamento que este estorna.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversed_by",
                        to="records.feeline",
                        verbose_name="estorno de",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Por que este estorna o outro; vazio em quem não é estorno.",
                        max_length=500,
                        verbose_name="motivo do estorno",
                    ),
                ),
                (
                    "import_batch",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Importação que trouxe o lançamento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="records.importbatch",
                        verbose_name="importação",
                    ),
                ),
                (
                    "import_row",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Linha do arquivo importado.",
                        null=True,
                        verbose_name="linha do arquivo",
                    ),
                ),
            ],
            options={
                "verbose_name": "lançamento de honorário",
                "verbose_name_plural": "lançamentos de honorários",
                "indexes": [
                    models.Index(
                        fields=[
                            "office",
                            "start",
                            "status",
                            "part",
                            "provider",
                            "billing_unit",
                            "charged",
                            "outside_stored",
                        ],
                        name="feeline_by_office",
                    ),
                    models.Index(fields=["provider", "start"], name="feeline_by_provider"),
                    models.Index(
                        fields=["billing_unit", "status", "start"], name="feeline_by_unit_status"
                    ),
                    models.Index(
                        condition=models.Q(("split_group__isnull", False)),
                        fields=["split_group"],
                        name="feeline_by_split",
                    ),
                    models.Index(
                        condition=models.Q(("difference_of__isnull", False)),
                        fields=["difference_of"],
                        name="feeline_by_difference",
                    ),
                    models.Index(
                        condition=models.Q(("automatic_of__isnull", False)),
                        fields=["automatic_of"],
                        name="feeline_by_automatic",
                    ),
                    models.Index(
                        condition=models.Q(("import_batch__isnull", False)),
                        fields=["import_batch"],
                        name="feeline_by_import",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("part", "number"), name="feeline_number"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["active", "reversed", "reversal"])),
                        name="feeline_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["professional_fee", "facility_fee"])),
                        name="feeline_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "surgeon",
                                    "first_assistant",
                                    "second_assistant",
                                    "third_assistant",
                                    "fourth_assistant",
                                    "scrub_assistant",
                                    "anaesthetist",
                                    "anaesthetist_assistant",
                                    "consultant",
                                    "perfusionist",
                                    "delivery_paediatrician",
                                    "diagnostics_assistant",
                                    "clinician",
                                    "intensivist",
                                    "",
                                ],
                            )
                        ),
                        name="feeline_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("access_route__in", ["single", "same", "different", ""])
                        ),
                        name="feeline_route_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("procedure_kind__in", ["principal", "secondary"])),
                        name="feeline_procedure_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("technique__in", ["conventional", "video", "robotic", ""])
                        ),
                        name="feeline_technique_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("laterality__in", ["left", "right", "both", ""])),
                        name="feeline_laterality_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("treatment__in", ["normal", "on_top", "covered", "not_charged"])
                        ),
                        name="feeline_treatment_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("split_form__in", ["none", "percent", "value"])),
                        name="feeline_split_form_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                        ),
                        name="feeline_hours_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reverses__isnull", False), ("status", "reversal")),
                            models.Q(
                                models.Q(("status", "reversal"), _negated=True),
                                ("reverses__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="feeline_reversal_names_its_original",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "reversal"), ("reason", ""), _connector="OR"),
                        name="feeline_reason_is_a_reversals",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("quantity__gte", -999),
                                ("quantity__lte", -1),
                                ("status", "reversal"),
                            ),
                            models.Q(
                                models.Q(("status", "reversal"), _negated=True),
                                ("quantity__gte", 1),
                                ("quantity__lte", 999),
                            ),
                            _connector="OR",
                        ),
                        name="feeline_quantity_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "reversal"), ("total__lt", 0), ("unit_value__gt", 0)
                            ),
                            models.Q(
                                models.Q(("status", "reversal"), _negated=True),
                                ("total__gt", 0),
                                ("unit_value__gt", 0),
                            ),
                            _connector="OR",
                        ),
                        name="feeline_amounts_have_their_sign",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("charged", models.F("total")),
                                ("treatment__in", ("normal", "on_top")),
                            ),
                            models.Q(
                                models.Q(("treatment__in", ("normal", "on_top")), _negated=True),
                                ("charged", 0),
                            ),
                            _connector="OR",
                        ),
                        name="feeline_charged_by_treatment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "facility_fee"),
                            models.Q(
                                ("provider__isnull", False), models.Q(("role", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="feeline_fee_is_somebodys",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("split_form", "none"), ("split_group__isnull", True)),
                            models.Q(
                                models.Q(("split_form", "none"), _negated=True),
                                ("split_group__isnull", False),
                                ("split_provider__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="feeline_split_has_its_group",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("split_percent__isnull", True),
                            models.Q(("split_percent__gt", 0), ("split_percent__lte", 100)),
                            _connector="OR",
                        ),
                        name="feeline_split_percent_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdempotencyKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem pediu.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="Chave que o cliente escolheu.",
                        max_length=255,
                        verbose_name="chave",
                    ),
                ),
                (
                    "request_digest",
                    models.CharField(
                        help_text="SHA-256 da operação e do pedido.",
                        max_length=64,
                        verbose_name="resumo do pedido",
                    ),
                ),
                (
                    "response",
                    models.JSONField(
                        help_text="O que foi respondido, para repetir igual.",
                        verbose_name="resposta",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Quando chegou.", verbose_name="criada em"
                    ),
                ),
            ],
            options={
                "verbose_name": "chave de idempotência",
                "verbose_name_plural": "chaves de idempotência",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "actor", "key"), name="idempotencykey_key"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HospitalContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        help_text="Hospital do contato.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("commercial", "Comercial"),
                            ("medical_staff_relations", "Relacionamento com o corpo clínico"),
                            ("billing", "Setor de faturamento"),
                        ],
                        help_text="Comercial, relacionamento com o corpo clínico ou faturamento.",
                        max_length=24,
                        verbose_name="setor",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome da pessoa ou do setor.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        blank=True,
                        help_text="E-mail do setor.",
                        max_length=120,
                        verbose_name="e-mail",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        help_text="Com DDD e ramal.",
                        max_length=40,
                        verbose_name="telefone",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Horário, como preferem ser procurados.",
                        max_length=400,
                        verbose_name="observação",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "contato do hospital",
                "verbose_name_plural": "contatos dos hospitais",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hospital", "kind", "name", "valid_from"),
                        name="hospitalcontact_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["commercial", "medical_staff_relations", "billing"])
                        ),
                        name="hospitalcontact_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="hospitalcontact_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HolidayPlace",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Sigla do estado ou código IBGE do município, como no hospital.",
                        max_length=7,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome do município ou do estado.",
                        max_length=200,
                        verbose_name="nome",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        help_text="Estado cujos feriados contam; vazia: nenhum.",
                        max_length=2,
                        verbose_name="UF",
                    ),
                ),
                (
                    "days",
                    models.CharField(
                        blank=True,
                        help_text="Os do município, todo ano, como MM-DD separados por espaço: 02-02 para 2 de fevereiro.",
                        max_length=300,
                        verbose_name="feriados fixos",
                    ),
                ),
                (
                    "dates",
                    models.CharField(
                        blank=True,
                        help_text="Decretados para uma data, como AAAA-MM-DD separadas por espaço.",
                        max_length=600,
                        verbose_name="feriados de um ano só",
                    ),
                ),
                (
                    "carnival_monday",
                    models.BooleanField(
                        default=False,
                        help_text="Se é feriado na praça.",
                        verbose_name="segunda de Carnaval",
                    ),
                ),
                (
                    "carnival_tuesday",
                    models.BooleanField(
                        default=False,
                        help_text="Se é feriado na praça.",
                        verbose_name="terça de Carnaval",
                    ),
                ),
                (
                    "ash_wednesday",
                    models.BooleanField(
                        default=False,
                        help_text="Se é feriado na praça.",
                        verbose_name="quarta de Cinzas",
                    ),
                ),
                (
                    "corpus_christi",
                    models.BooleanField(
                        default=False,
                        help_text="Se é feriado na praça.",
                        verbose_name="Corpus Christi",
                    ),
                ),
            ],
            options={
                "verbose_name": "praça de feriados",
                "verbose_name_plural": "praças de feriados",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="holidayplace_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Habit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        help_text="De quem é.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pessoa",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("procedure", "Procedimento"), ("provider", "Prestador")],
                        help_text="Procedimento ou prestador.",
                        max_length=12,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do que foi escolhido.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "favourite",
                    models.BooleanField(
                        default=False, help_text="Se vem primeiro.", verbose_name="favorito"
                    ),
                ),
                (
                    "times",
                    models.PositiveIntegerField(
                        default=0, help_text="Vezes em que foi usado.", verbose_name="vezes"
                    ),
                ),
                (
                    "used_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando foi usado por último.",
                        null=True,
                        verbose_name="usado em",
                    ),
                ),
            ],
            options={
                "verbose_name": "hábito",
                "verbose_name_plural": "hábitos",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "user", "kind", "code"), name="habit_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["procedure", "provider"])),
                        name="habit_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GeneralParametersVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "content",
                    models.JSONField(
                        default=dict,
                        help_text="Os parâmetros e os seus valores.",
                        verbose_name="parâmetros",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando foram gravados.",
                        verbose_name="gravado em",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        help_text="Quem os gravou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
            ],
            options={
                "verbose_name": "parâmetros gerais",
                "verbose_name_plural": "parâmetros gerais",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "valid_from"), name="generalparametersversion_start"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        help_text="De quem é.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pessoa",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="Que formulário é.", max_length=40, verbose_name="formulário"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        help_text="De quê: a parcial, o registro.",
                        max_length=60,
                        verbose_name="lugar",
                    ),
                ),
                (
                    "content",
                    models.JSONField(
                        help_text="Os campos como foram digitados.", verbose_name="conteúdo"
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(
                        auto_now=True,
                        help_text="Quando foi guardado por último.",
                        verbose_name="guardado em",
                    ),
                ),
            ],
            options={
                "verbose_name": "rascunho",
                "verbose_name_plural": "rascunhos",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "user", "kind", "place"), name="draft_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeadlinePressure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "document",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("medical_report", "Relatório médico (laudo)"),
                            ("guia", "Guia de solicitação de internação"),
                            ("justification", "Justificativa médica"),
                            ("exams", "Laudos de exames"),
                            ("plan_card", "Carteira do convênio"),
                            ("opme_request", "Pedido de OPME com três fabricantes"),
                            ("class_consent", "Termo da diferença de classe"),
                            ("private_budget", "Orçamento particular assinado"),
                            ("surgery_report", "Descrição cirúrgica assinada"),
                            ("fee_guia", "Guia de honorários"),
                            ("repasse_request", "Pedido de repasse ao hospital"),
                            ("receipt", "Recibo ou nota fiscal"),
                            ("refund_request", "Pedido de reembolso do paciente"),
                        ],
                        default="",
                        help_text="O que falta; vazio: qualquer um sem linhas próprias.",
                        max_length=15,
                        verbose_name="documento",
                    ),
                ),
                (
                    "days_left",
                    models.PositiveSmallIntegerField(
                        help_text="Vale quando faltam tantos dias, ou menos.",
                        verbose_name="dias até o prazo",
                    ),
                ),
                (
                    "loss",
                    honorarios.records.fields.ExactField(
                        help_text="Em %, se o documento falta nesse dia.",
                        places=4,
                        verbose_name="risco de nada receber",
                    ),
                ),
            ],
            options={
                "verbose_name": "pressão do prazo",
                "verbose_name_plural": "pressão dos prazos",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "document", "days_left"), name="deadlinepressure_row"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "document__in",
                                [
                                    "",
                                    "medical_report",
                                    "guia",
                                    "justification",
                                    "exams",
                                    "plan_card",
                                    "opme_request",
                                    "class_consent",
                                    "private_budget",
                                    "surgery_report",
                                    "fee_guia",
                                    "repasse_request",
                                    "receipt",
                                    "refund_request",
                                ],
                            )
                        ),
                        name="deadlinepressure_document_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("loss__gte", 0), ("loss__lte", 100)),
                        name="deadlinepressure_loss_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cooperative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Sigla da cooperativa, única no cliente.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome da cooperativa.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "roles",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Funções cujos honorários ela cobra; vazio: todas.",
                        max_length=400,
                        verbose_name="funções",
                    ),
                ),
                (
                    "specialties",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Especialidades que ela aceita, separadas por ponto e vírgula; vazio: todas.",
                        max_length=400,
                        verbose_name="especialidades",
                    ),
                ),
                (
                    "accepts_natural",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se paga ao médico pessoa física.",
                        max_length=7,
                        verbose_name="paga pessoa física",
                    ),
                ),
                (
                    "accepts_legal",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se paga à empresa do médico.",
                        max_length=7,
                        verbose_name="paga pessoa jurídica",
                    ),
                ),
            ],
            options={
                "verbose_name": "cooperativa",
                "verbose_name_plural": "cooperativas",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="cooperative_code"),
                    models.CheckConstraint(
                        condition=models.Q(("accepts_natural__in", ["yes", "no", "unknown"])),
                        name="cooperative_natural_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepts_legal__in", ["yes", "no", "unknown"])),
                        name="cooperative_legal_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        help_text="De quem são os prazos que ela mostra.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="usuário",
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 do endereço, em hexadecimal.",
                        max_length=64,
                        unique=True,
                        verbose_name="resumo",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        help_text="Onde é usada: telefone, agenda do consultório.",
                        max_length=100,
                        verbose_name="rótulo",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando o endereço foi criado.",
                        verbose_name="criada em",
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando deixou de valer.",
                        null=True,
                        verbose_name="revogada em",
                    ),
                ),
            ],
            options={
                "verbose_name": "assinatura de agenda",
                "verbose_name_plural": "assinaturas de agenda",
            },
        ),
        migrations.CreateModel(
            name="BulkEditLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "bulk",
                    models.ForeignKey(
                        help_text="A que pertence.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="records.bulkedit",
                        verbose_name="alteração em lote",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        help_text="A linha alterada.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.feeline",
                        verbose_name="lançamento",
                    ),
                ),
                (
                    "before",
                    models.PositiveIntegerField(
                        help_text="Versão que a linha tinha.", verbose_name="versão antes"
                    ),
                ),
                (
                    "after",
                    models.PositiveIntegerField(
                        help_text="Versão com que ficou.", verbose_name="versão depois"
                    ),
                ),
            ],
            options={
                "verbose_name": "lançamento de alteração em lote",
                "verbose_name_plural": "lançamentos de alteração em lote",
                "constraints": [
                    models.UniqueConstraint(fields=("bulk", "line"), name="bulkeditline_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Bed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        help_text="Hospital do leito.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beds",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do leito, único no hospital.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "bed_class",
                    models.ForeignKey(
                        help_text="Classe do leito.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beds",
                        to="records.bedclass",
                        verbose_name="classe",
                    ),
                ),
                (
                    "cost_centre",
                    models.ForeignKey(
                        blank=True,
                        help_text="Centro de custo do leito, quando ele manda no do lançamento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.costcentre",
                        verbose_name="centro de custo",
                    ),
                ),
            ],
            options={
                "verbose_name": "leito",
                "verbose_name_plural": "leitos",
                "constraints": [
                    models.UniqueConstraint(fields=("hospital", "code"), name="bed_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditDetail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        help_text="Evento do detalhe.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="detail",
                        to="records.auditevent",
                        verbose_name="evento",
                    ),
                ),
                (
                    "content",
                    models.TextField(
                        help_text="JSON canônico do que aconteceu.", verbose_name="detalhe"
                    ),
                ),
            ],
            options={
                "verbose_name": "detalhe de auditoria",
                "verbose_name_plural": "detalhes de auditoria",
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        help_text="Em nome de quem o programa age.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_tokens",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="usuário",
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 da chave, em hexadecimal.",
                        max_length=64,
                        unique=True,
                        verbose_name="resumo",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        help_text="Para que serve, nas palavras de quem a criou.",
                        max_length=100,
                        verbose_name="rótulo",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando a chave foi criada.",
                        verbose_name="criada em",
                    ),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Depois deste instante ela não entra mais.",
                        null=True,
                        verbose_name="vence em",
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando foi cancelada.",
                        null=True,
                        verbose_name="revogada em",
                    ),
                ),
            ],
            options={
                "verbose_name": "chave de acesso",
                "verbose_name_plural": "chaves de acesso",
            },
        ),
        migrations.CreateModel(
            name="PackageBook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Convênio do caderno.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="package_books",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome do caderno.", max_length=200, verbose_name="nome"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "caderno de gabaritos",
                "verbose_name_plural": "cadernos de gabaritos",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("payer", "valid_from"), name="packagebook_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="packagebook_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PackageTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "book",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Caderno do gabarito.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="templates",
                        to="records.packagebook",
                        verbose_name="caderno",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do gabarito, único no caderno.",
                        max_length=60,
                        verbose_name="código",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Nome do gabarito.", max_length=200, verbose_name="nome"
                    ),
                ),
            ],
            options={
                "verbose_name": "gabarito",
                "verbose_name_plural": "gabaritos",
                "constraints": [
                    models.UniqueConstraint(fields=("book", "code"), name="packagetemplate_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="PackageItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Gabarito do item.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="records.packagetemplate",
                        verbose_name="gabarito",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código TUSS ou SIGTAP coberto.",
                        max_length=20,
                        verbose_name="código",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveSmallIntegerField(
                        help_text="Quantas unidades o pacote cobre.", verbose_name="quantidade"
                    ),
                ),
            ],
            options={
                "verbose_name": "item do gabarito",
                "verbose_name_plural": "itens do gabarito",
                "constraints": [
                    models.UniqueConstraint(fields=("template", "code"), name="packageitem_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="OpenPackage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        help_text="Conta em que o pacote vale.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packages",
                        to="records.account",
                        verbose_name="conta",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        help_text="Gabarito aplicado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.packagetemplate",
                        verbose_name="gabarito",
                    ),
                ),
                (
                    "opened_at",
                    honorarios.records.fields.WallTimeField(
                        help_text="Desde quando vale, hora do local.", verbose_name="aberto em"
                    ),
                ),
                (
                    "closed_at",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Até quando valeu; vazio: aberto.",
                        null=True,
                        verbose_name="fechado em",
                    ),
                ),
            ],
            options={
                "verbose_name": "pacote da conta",
                "verbose_name_plural": "pacotes da conta",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at__isnull", True)),
                        fields=("account",),
                        name="openpackage_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            ("closed_at__gte", models.F("opened_at")),
                            _connector="OR",
                        ),
                        name="openpackage_hours_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartTransition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Parcial que mudou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions",
                        to="records.accountpart",
                        verbose_name="parcial",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        help_text="Versão da parcial depois da mudança.", verbose_name="versão"
                    ),
                ),
                (
                    "verb",
                    models.CharField(
                        help_text="Nome da operação: close, reopen, release, unrelease, bill, rebill, cancel.",
                        max_length=24,
                        verbose_name="operação",
                    ),
                ),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("open", "Aberta"),
                            ("closed", "Encerrada"),
                            ("released", "Liberada"),
                            ("billed", "Faturada"),
                            ("cancelled", "Cancelada"),
                        ],
                        help_text="Situação anterior.",
                        max_length=24,
                        verbose_name="de",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("open", "Aberta"),
                            ("closed", "Encerrada"),
                            ("released", "Liberada"),
                            ("billed", "Faturada"),
                            ("cancelled", "Cancelada"),
                        ],
                        help_text="Situação nova.",
                        max_length=24,
                        verbose_name="para",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        help_text="Quem mudou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Quando mudou.", verbose_name="em"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Por que mudou.",
                        max_length=500,
                        verbose_name="motivo",
                    ),
                ),
            ],
            options={
                "verbose_name": "mudança de situação",
                "verbose_name_plural": "mudanças de situação",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("part", "version"), name="parttransition_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "from_status__in",
                                ["open", "closed", "released", "billed", "cancelled"],
                            )
                        ),
                        name="parttransition_from_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_status__in", ["open", "closed", "released", "billed", "cancelled"])
                        ),
                        name="parttransition_to_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "fact_status",
                    models.CharField(
                        choices=[
                            ("confirmed", "Confirmado"),
                            ("presumed", "Presumido"),
                            ("unknown", "Não confirmado"),
                            ("denied", "Negado"),
                        ],
                        default="unknown",
                        help_text="Confirmado ou negado por alguém, presumido, ou ainda não confirmado.",
                        max_length=9,
                        verbose_name="situação",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Onde está escrito: cláusula do contrato, data do e-mail, protocolo.",
                        max_length=400,
                        verbose_name="evidência",
                    ),
                ),
                (
                    "confirmed_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Quem confirmou ou negou: nome e setor.",
                        max_length=120,
                        verbose_name="confirmado por",
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que confirmou ou negou.",
                        null=True,
                        verbose_name="confirmado em",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="Último dia em que se pode acreditar; depois, confirma-se de novo.",
                        null=True,
                        verbose_name="confirmar até",
                    ),
                ),
                (
                    "asks",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Contatos do hospital que podem confirmar; vazio: qualquer um dos três.",
                        max_length=60,
                        verbose_name="quem confirma",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("repasse", "Repasse: hospital e convênio"),
                            ("cooperative", "Cooperativa e convênio"),
                            ("acceptance", "Hospital e cooperativa"),
                        ],
                        help_text="Entre quem é o acordo.",
                        max_length=11,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        blank=True,
                        help_text="Hospital do repasse ou que aceita a cooperativa.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        blank=True,
                        help_text="Cooperativa que cobra.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="records.cooperative",
                        verbose_name="cooperativa",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        blank=True,
                        help_text="Convênio que paga; vazio só na aceitação de cooperativa: todos.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        help_text="Só este plano; vazio: todos.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.plan",
                        verbose_name="plano",
                    ),
                ),
                (
                    "billing_unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="Só esta unidade do hospital; vazia: todas.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.billingunit",
                        verbose_name="unidade de faturamento",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("elective", "Eletivo"),
                            ("urgency", "Urgência"),
                            ("both", "Eletivo e urgência"),
                            ("package", "Pacote"),
                        ],
                        default="both",
                        help_text="Eletivo, urgência, ambos ou pacote.",
                        max_length=8,
                        verbose_name="âmbito",
                    ),
                ),
                (
                    "codes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
                        verbose_name="códigos",
                    ),
                ),
                (
                    "specialty",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Só esta especialidade; vazia: todas.",
                        max_length=60,
                        verbose_name="especialidade",
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Contrato do catálogo que dá o preço por esta via; vazio: o da via de faturamento.",
                        max_length=120,
                        verbose_name="condições contratuais",
                    ),
                ),
                (
                    "beside_repasse",
                    models.BooleanField(
                        default=False,
                        help_text="A aceitação da cooperativa vale mesmo onde o hospital tem repasse.",
                        verbose_name="aceita ao lado do repasse",
                    ),
                ),
                (
                    "accepts_direct",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se o hospital repassa honorários de médico credenciado direto no convênio.",
                        max_length=7,
                        verbose_name="aceita credenciado direto",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "acordo comercial",
                "verbose_name_plural": "acordos comerciais",
                "indexes": [
                    models.Index(fields=["office", "kind", "payer"], name="agreement_by_parties")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["repasse", "cooperative", "acceptance"])),
                        name="agreement_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scope__in", ["elective", "urgency", "both", "package"])
                        ),
                        name="agreement_scope_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fact_status__in", ["confirmed", "presumed", "unknown", "denied"])
                        ),
                        name="agreement_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepts_direct__in", ["yes", "no", "unknown"])),
                        name="agreement_direct_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cooperative__isnull", True),
                                ("hospital__isnull", False),
                                ("kind", "repasse"),
                                ("payer__isnull", False),
                            ),
                            models.Q(
                                ("cooperative__isnull", False),
                                ("hospital__isnull", True),
                                ("kind", "cooperative"),
                                ("payer__isnull", False),
                            ),
                            models.Q(
                                ("cooperative__isnull", False),
                                ("hospital__isnull", False),
                                ("kind", "acceptance"),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_parties_of_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("plan__isnull", True), ("payer__isnull", False), _connector="OR"
                        ),
                        name="agreement_plan_of_payer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_on__isnull", False),
                            ("fact_status__in", ["presumed", "unknown"]),
                            _connector="OR",
                        ),
                        name="agreement_confirmed_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on__isnull", True),
                            ("confirmed_on__isnull", True),
                            ("expires_on__gte", models.F("confirmed_on")),
                            _connector="OR",
                        ),
                        name="agreement_expires_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="agreement_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlannedAct",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Cirurgia em que se faz.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="records.surgerycase",
                        verbose_name="cirurgia",
                    ),
                ),
                (
                    "sequence",
                    models.PositiveSmallIntegerField(
                        help_text="1 é o principal.", verbose_name="ordem"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código da tabela, só os algarismos.",
                        max_length=20,
                        verbose_name="procedimento",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="Nome do procedimento na tabela.",
                        max_length=300,
                        verbose_name="descrição",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="Quantas vezes.", verbose_name="quantidade"
                    ),
                ),
                (
                    "access_route",
                    models.CharField(
                        choices=[
                            ("single", "Única"),
                            ("same", "Mesma via"),
                            ("different", "Diferentes vias"),
                        ],
                        default="single",
                        help_text="Única, a mesma ou diferente.",
                        max_length=24,
                        verbose_name="via de acesso",
                    ),
                ),
                (
                    "laterality",
                    models.CharField(
                        blank=True,
                        choices=[("left", "Esquerda"), ("right", "Direita"), ("both", "Bilateral")],
                        default="",
                        help_text="Esquerda, direita ou bilateral.",
                        max_length=24,
                        verbose_name="lateralidade",
                    ),
                ),
            ],
            options={
                "verbose_name": "ato planejado",
                "verbose_name_plural": "atos planejados",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "sequence"), name="plannedact_sequence"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 1)), name="plannedact_quantity"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("access_route__in", ["single", "same", "different"])),
                        name="plannedact_route_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("laterality__in", ["left", "right", "both", ""])),
                        name="plannedact_laterality_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuthorisedAct",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "authorisation",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Autorização que o cobre.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="records.authorisation",
                        verbose_name="autorização",
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        help_text="Ato autorizado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorised",
                        to="records.plannedact",
                        verbose_name="ato",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveSmallIntegerField(
                        help_text="Quantas vezes foi autorizado.", verbose_name="quantidade"
                    ),
                ),
            ],
            options={
                "verbose_name": "ato autorizado",
                "verbose_name_plural": "atos autorizados",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authorisation", "act"), name="authorisedact_act"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quantity__gte", 1)), name="authorisedact_quantity"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        help_text="De quem é.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preference",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pessoa",
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("system", "Como o aparelho"),
                            ("light", "Claro"),
                            ("dark", "Escuro"),
                        ],
                        default="system",
                        help_text="Cores das telas.",
                        max_length=8,
                        verbose_name="tema",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="pt-br ou en; vazio: o do navegador.",
                        max_length=8,
                        verbose_name="idioma",
                    ),
                ),
                (
                    "single_keys",
                    models.BooleanField(
                        default=True,
                        help_text="Atalhos de uma tecla só (WCAG 2.1.4).",
                        verbose_name="teclas simples",
                    ),
                ),
                (
                    "dismissed",
                    models.JSONField(
                        default=list,
                        help_text="Dicas que não aparecem mais.",
                        verbose_name="dicas dispensadas",
                    ),
                ),
            ],
            options={
                "verbose_name": "preferência",
                "verbose_name_plural": "preferências",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("theme__in", ["system", "light", "dark"])),
                        name="preference_theme_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "added_in",
                    models.PositiveIntegerField(
                        help_text="Primeira versão que a tem.", verbose_name="desde a versão"
                    ),
                ),
                (
                    "removed_in",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Primeira versão que não a tem mais.",
                        null=True,
                        verbose_name="até a versão",
                    ),
                ),
                (
                    "schedule",
                    models.CharField(
                        help_text="Identificador da tabela.", max_length=120, verbose_name="tabela"
                    ),
                ),
                (
                    "edition",
                    models.CharField(
                        help_text="Identificador da edição.", max_length=120, verbose_name="edição"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código TUSS ou SIGTAP.", max_length=20, verbose_name="código"
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True, help_text="Nome do procedimento.", verbose_name="descrição"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        blank=True, help_text="Primeiro dia.", null=True, verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True, help_text="Último dia.", null=True, verbose_name="fim"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surgeon", "Cirurgião"),
                            ("first_assistant", "1º auxiliar"),
                            ("second_assistant", "2º auxiliar"),
                            ("third_assistant", "3º auxiliar"),
                            ("fourth_assistant", "4º auxiliar"),
                            ("scrub_assistant", "Instrumentador"),
                            ("anaesthetist", "Anestesista"),
                            ("anaesthetist_assistant", "Auxiliar de anestesista"),
                            ("consultant", "Consultor"),
                            ("perfusionist", "Perfusionista"),
                            ("delivery_paediatrician", "Pediatra na sala de parto"),
                            ("diagnostics_assistant", "Auxiliar SADT"),
                            ("clinician", "Clínico"),
                            ("intensivist", "Intensivista"),
                        ],
                        default="",
                        help_text="Preço só desta função.",
                        max_length=24,
                        verbose_name="função",
                    ),
                ),
                (
                    "accommodation",
                    models.CharField(
                        blank=True,
                        help_text="Preço só nesta acomodação.",
                        max_length=60,
                        verbose_name="acomodação",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        blank=True,
                        choices=[("inpatient", "Interno"), ("outpatient", "Externo")],
                        default="",
                        help_text="Preço só neste regime.",
                        max_length=24,
                        verbose_name="regime",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="O que o honorário conta: BRL, CH, PORTE, UNIT ou REMOVED.",
                        max_length=8,
                        verbose_name="base",
                    ),
                ),
                (
                    "fee",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="Quantidade da base.",
                        null=True,
                        places=4,
                        verbose_name="honorário",
                    ),
                ),
                (
                    "porte",
                    models.CharField(
                        blank=True, help_text="1A a 14C.", max_length=8, verbose_name="porte"
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="Unidade própria.",
                        max_length=40,
                        verbose_name="unidade",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        help_text="Grupo do código.",
                        max_length=40,
                        verbose_name="grupo",
                    ),
                ),
                (
                    "operating_cost",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="Quantidade do custo.",
                        null=True,
                        places=4,
                        verbose_name="custo operacional",
                    ),
                ),
                (
                    "cost_unit",
                    models.CharField(
                        blank=True,
                        help_text="Unidade do custo operacional.",
                        max_length=40,
                        verbose_name="unidade do custo",
                    ),
                ),
                (
                    "film",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="Metros quadrados.",
                        null=True,
                        places=4,
                        verbose_name="filme (m²)",
                    ),
                ),
                (
                    "incidences",
                    models.IntegerField(
                        blank=True,
                        help_text="Número de incidências.",
                        null=True,
                        verbose_name="incidências",
                    ),
                ),
                (
                    "anaesthetic_porte",
                    models.CharField(
                        blank=True,
                        help_text="0 a 8, ou uma letra.",
                        max_length=8,
                        verbose_name="porte anestésico",
                    ),
                ),
                (
                    "assistants",
                    models.IntegerField(
                        blank=True,
                        help_text="Número de auxiliares.",
                        null=True,
                        verbose_name="auxiliares",
                    ),
                ),
                (
                    "extra_quantity_percent",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="Quanto vale cada unidade depois da primeira.",
                        null=True,
                        places=6,
                        verbose_name="% por unidade extra",
                    ),
                ),
                (
                    "admits_urgency",
                    models.BooleanField(
                        blank=True,
                        help_text="Se a hora extra se aplica.",
                        null=True,
                        verbose_name="admite urgência",
                    ),
                ),
                (
                    "admits_accommodation",
                    models.BooleanField(
                        blank=True,
                        help_text="Se o fator de acomodação se aplica.",
                        null=True,
                        verbose_name="admite acomodação",
                    ),
                ),
                (
                    "own_video",
                    models.BooleanField(
                        blank=True,
                        help_text="O código já é o ato por vídeo.",
                        null=True,
                        verbose_name="vídeo próprio",
                    ),
                ),
                (
                    "own_bilateral",
                    models.BooleanField(
                        blank=True,
                        help_text="O código já é bilateral.",
                        null=True,
                        verbose_name="bilateral próprio",
                    ),
                ),
                (
                    "includes",
                    models.TextField(
                        blank=True,
                        help_text="Códigos que são etapas deste ato, separados por espaço.",
                        verbose_name="inclui",
                    ),
                ),
                (
                    "sex",
                    models.CharField(
                        blank=True, help_text="M ou F.", max_length=1, verbose_name="sexo"
                    ),
                ),
                (
                    "patient_setting",
                    models.CharField(
                        blank=True,
                        choices=[("inpatient", "Interno"), ("outpatient", "Externo")],
                        default="",
                        help_text="Tipo de paciente do ato.",
                        max_length=24,
                        verbose_name="tipo de paciente",
                    ),
                ),
                (
                    "age_from_months",
                    models.IntegerField(
                        blank=True,
                        help_text="Menor idade.",
                        null=True,
                        verbose_name="idade mínima (meses)",
                    ),
                ),
                (
                    "age_to_months",
                    models.IntegerField(
                        blank=True,
                        help_text="Maior idade.",
                        null=True,
                        verbose_name="idade máxima (meses)",
                    ),
                ),
                (
                    "source",
                    models.TextField(
                        blank=True, help_text="De onde vem esta linha.", verbose_name="fonte"
                    ),
                ),
            ],
            options={
                "verbose_name": "linha de preço",
                "verbose_name_plural": "linhas de preço",
                "indexes": [
                    models.Index(
                        fields=["office", "schedule", "edition", "code"], name="pricerow_by_table"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "surgeon",
                                    "first_assistant",
                                    "second_assistant",
                                    "third_assistant",
                                    "fourth_assistant",
                                    "scrub_assistant",
                                    "anaesthetist",
                                    "anaesthetist_assistant",
                                    "consultant",
                                    "perfusionist",
                                    "delivery_paediatrician",
                                    "diagnostics_assistant",
                                    "clinician",
                                    "intensivist",
                                    "",
                                ],
                            )
                        ),
                        name="pricerow_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("setting__in", ["inpatient", "outpatient", ""])),
                        name="pricerow_setting_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("patient_setting__in", ["inpatient", "outpatient", ""])
                        ),
                        name="pricerow_patient_setting_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_in__isnull", True),
                            ("removed_in__gt", models.F("added_in")),
                            _connector="OR",
                        ),
                        name="pricerow_removed_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        help_text="De quem é o acesso.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="usuário",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("clerk", "Faturista"),
                            ("auditor", "Auditor"),
                            ("physician", "Médico"),
                            ("hospital_finance", "Financeiro do hospital"),
                            ("administrator", "Administrador"),
                        ],
                        help_text="O que a pessoa faz no cliente.",
                        max_length=24,
                        verbose_name="perfil",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        help_text="Quem o médico é: ele vê só a própria produção.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "billing_units",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Unidades que a pessoa alcança; nenhuma: todas.",
                        related_name="+",
                        to="records.billingunit",
                        verbose_name="unidades de faturamento",
                    ),
                ),
            ],
            options={
                "verbose_name": "acesso",
                "verbose_name_plural": "acessos",
                "constraints": [
                    models.UniqueConstraint(fields=("office", "user"), name="membership_user"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "clerk",
                                    "auditor",
                                    "physician",
                                    "hospital_finance",
                                    "administrator",
                                ],
                            )
                        ),
                        name="membership_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "physician"), _negated=True),
                            ("provider__isnull", False),
                            _connector="OR",
                        ),
                        name="membership_physician_is_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InsideOutsideRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "codes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
                        verbose_name="códigos",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        help_text="Convênio da regra.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inside_outside_rules",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        help_text="Só este plano; vazio: todos.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.plan",
                        verbose_name="plano",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        help_text="Só este prestador; vazio: todos.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "provider_class",
                    models.CharField(
                        blank=True,
                        help_text="Só prestadores desta classe; vazia: todas.",
                        max_length=60,
                        verbose_name="classe de prestador",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surgeon", "Cirurgião"),
                            ("first_assistant", "1º auxiliar"),
                            ("second_assistant", "2º auxiliar"),
                            ("third_assistant", "3º auxiliar"),
                            ("fourth_assistant", "4º auxiliar"),
                            ("scrub_assistant", "Instrumentador"),
                            ("anaesthetist", "Anestesista"),
                            ("anaesthetist_assistant", "Auxiliar de anestesista"),
                            ("consultant", "Consultor"),
                            ("perfusionist", "Perfusionista"),
                            ("delivery_paediatrician", "Pediatra na sala de parto"),
                            ("diagnostics_assistant", "Auxiliar SADT"),
                            ("clinician", "Clínico"),
                            ("intensivist", "Intensivista"),
                        ],
                        default="",
                        help_text="Só esta função; vazia: todas.",
                        max_length=24,
                        verbose_name="função",
                    ),
                ),
                (
                    "setting",
                    models.CharField(
                        blank=True,
                        choices=[("inpatient", "Interno"), ("outpatient", "Externo")],
                        default="",
                        help_text="Só este tipo de paciente; vazio: todos.",
                        max_length=24,
                        verbose_name="tipo de paciente",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("inside", "Dentro da conta"), ("outside", "Fora da conta")],
                        help_text="Dentro ou fora da conta.",
                        max_length=24,
                        verbose_name="resultado",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "regra dentro ou fora da conta",
                "verbose_name_plural": "regras dentro ou fora da conta",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "surgeon",
                                    "first_assistant",
                                    "second_assistant",
                                    "third_assistant",
                                    "fourth_assistant",
                                    "scrub_assistant",
                                    "anaesthetist",
                                    "anaesthetist_assistant",
                                    "consultant",
                                    "perfusionist",
                                    "delivery_paediatrician",
                                    "diagnostics_assistant",
                                    "clinician",
                                    "intensivist",
                                    "",
                                ],
                            )
                        ),
                        name="insideoutsiderule_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("setting__in", ["inpatient", "outpatient", ""])),
                        name="insideoutsiderule_setting_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["inside", "outside"])),
                        name="insideoutsiderule_side_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="insideoutsiderule_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeeLineVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, help_text="Cresce um a cada edição.", verbose_name="versão"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Ativo"),
                            ("reversed", "Estornado"),
                            ("reversal", "Estorno"),
                        ],
                        default="active",
                        help_text="Ativo, estornado ou estorno.",
                        max_length=24,
                        verbose_name="situação",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("professional_fee", "Honorário"), ("facility_fee", "Taxa")],
                        default="professional_fee",
                        help_text="Honorário de alguém ou taxa automática.",
                        max_length=24,
                        verbose_name="natureza",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código TUSS ou SIGTAP.", max_length=20, verbose_name="código"
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="Nome do procedimento na tabela.",
                        max_length=300,
                        verbose_name="descrição",
                    ),
                ),
                (
                    "start",
                    honorarios.records.fields.WallTimeField(
                        help_text="Início do ato, hora do local.", verbose_name="início"
                    ),
                ),
                (
                    "end",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Fim do ato; vazio: não informado.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Quem fez; a taxa automática não tem.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surgeon", "Cirurgião"),
                            ("first_assistant", "1º auxiliar"),
                            ("second_assistant", "2º auxiliar"),
                            ("third_assistant", "3º auxiliar"),
                            ("fourth_assistant", "4º auxiliar"),
                            ("scrub_assistant", "Instrumentador"),
                            ("anaesthetist", "Anestesista"),
                            ("anaesthetist_assistant", "Auxiliar de anestesista"),
                            ("consultant", "Consultor"),
                            ("perfusionist", "Perfusionista"),
                            ("delivery_paediatrician", "Pediatra na sala de parto"),
                            ("diagnostics_assistant", "Auxiliar SADT"),
                            ("clinician", "Clínico"),
                            ("intensivist", "Intensivista"),
                        ],
                        default="",
                        help_text="Função na equipe; a taxa automática não tem.",
                        max_length=24,
                        verbose_name="função do médico",
                    ),
                ),
                (
                    "access_route",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("single", "Única"),
                            ("same", "Mesma via"),
                            ("different", "Diferentes vias"),
                        ],
                        default="",
                        help_text="Única, mesma via ou diferentes vias.",
                        max_length=24,
                        verbose_name="via de acesso",
                    ),
                ),
                (
                    "procedure_kind",
                    models.CharField(
                        choices=[("principal", "Principal"), ("secondary", "Secundário")],
                        default="principal",
                        help_text="Principal ou secundário.",
                        max_length=24,
                        verbose_name="tipo do procedimento",
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Lugar do ato na cirurgia, a partir de 1.",
                        null=True,
                        verbose_name="ordem",
                    ),
                ),
                (
                    "technique",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("conventional", "Convencional"),
                            ("video", "Vídeo"),
                            ("robotic", "Robótica"),
                        ],
                        default="",
                        help_text="Convencional, vídeo ou robótica.",
                        max_length=24,
                        verbose_name="técnica",
                    ),
                ),
                (
                    "laterality",
                    models.CharField(
                        blank=True,
                        choices=[("left", "Esquerda"), ("right", "Direita"), ("both", "Bilateral")],
                        default="",
                        help_text="Esquerda, direita ou bilateral.",
                        max_length=24,
                        verbose_name="lateralidade",
                    ),
                ),
                (
                    "quantity",
                    models.SmallIntegerField(
                        default=1,
                        help_text="1 a 999; negativa só no estorno.",
                        verbose_name="quantidade",
                    ),
                ),
                (
                    "cost_centre",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Centro de custo do lançamento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.costcentre",
                        verbose_name="centro de custo",
                    ),
                ),
                (
                    "unit_value",
                    models.BigIntegerField(
                        help_text="Em centavos, positivo também no estorno.",
                        verbose_name="valor unitário",
                    ),
                ),
                (
                    "total",
                    models.BigIntegerField(
                        help_text="Em centavos; negativo no estorno.", verbose_name="valor total"
                    ),
                ),
                (
                    "charged",
                    models.BigIntegerField(
                        help_text="Em centavos: o total, ou zero quando o pacote cobre ou não se cobra.",
                        verbose_name="valor cobrado",
                    ),
                ),
                (
                    "treatment",
                    models.CharField(
                        choices=[
                            ("normal", "Normal"),
                            ("on_top", "Além do pacote"),
                            ("covered", "Coberto pelo pacote"),
                            ("not_charged", "Não cobrado"),
                        ],
                        default="normal",
                        help_text="O que o pacote fez do item.",
                        max_length=24,
                        verbose_name="tratamento no pacote",
                    ),
                ),
                (
                    "outside_requested",
                    models.BooleanField(
                        default=False,
                        help_text="Se quem lançou marcou fora da conta.",
                        verbose_name="fora da conta pedido",
                    ),
                ),
                (
                    "outside_stored",
                    models.BooleanField(
                        default=False,
                        help_text="O que as regras decidiram (HONORARIOFORA).",
                        verbose_name="fora da conta",
                    ),
                ),
                (
                    "split_form",
                    models.CharField(
                        choices=[
                            ("none", "Sem divisão"),
                            ("percent", "Por percentual"),
                            ("value", "Por valor"),
                        ],
                        default="none",
                        help_text="Forma da divisão.",
                        max_length=24,
                        verbose_name="divisão de cobrança",
                    ),
                ),
                (
                    "split_provider",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Com quem o valor se divide.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="prestador da divisão",
                    ),
                ),
                (
                    "split_group",
                    models.UUIDField(
                        blank=True,
                        help_text="Une as linhas de uma divisão.",
                        null=True,
                        verbose_name="grupo da divisão",
                    ),
                ),
                (
                    "split_percent",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="Parte desta linha, em %.",
                        null=True,
                        places=6,
                        verbose_name="percentual da divisão",
                    ),
                ),
                (
                    "special",
                    models.BooleanField(
                        default=False,
                        help_text="Lançado pela página Especial: não se edita.",
                        verbose_name="item especial",
                    ),
                ),
                (
                    "kept",
                    models.JSONField(
                        default=dict,
                        help_text="Colunas que o motor de cálculo devolveu.",
                        verbose_name="memória de cálculo",
                    ),
                ),
                (
                    "catalogue",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Catálogo que deu o preço.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.catalogueversion",
                        verbose_name="versão do catálogo",
                    ),
                ),
                (
                    "price_row",
                    models.IntegerField(
                        blank=True,
                        help_text="Número da linha de preço naquele catálogo.",
                        null=True,
                        verbose_name="linha da tabela",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando esta versão foi gravada.",
                        verbose_name="gravado em",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem gravou esta versão.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gravado por",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Lançamento de que esta é uma versão anterior.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="records.feeline",
                        verbose_name="lançamento",
                    ),
                ),
                (
                    "replaced_at",
                    models.DateTimeField(
                        help_text="Quando a versão seguinte tomou o lugar.",
                        verbose_name="substituída em",
                    ),
                ),
            ],
            options={
                "verbose_name": "versão anterior",
                "verbose_name_plural": "versões anteriores",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("line", "version"), name="feelineversion_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Credential",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Onde está escrito: cláusula do contrato, data do e-mail, protocolo.",
                        max_length=400,
                        verbose_name="evidência",
                    ),
                ),
                (
                    "confirmed_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Quem confirmou ou negou: nome e setor.",
                        max_length=120,
                        verbose_name="confirmado por",
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que confirmou ou negou.",
                        null=True,
                        verbose_name="confirmado em",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="Último dia em que se pode acreditar; depois, confirma-se de novo.",
                        null=True,
                        verbose_name="confirmar até",
                    ),
                ),
                (
                    "asks",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Contatos do hospital que podem confirmar; vazio: qualquer um dos três.",
                        max_length=60,
                        verbose_name="quem confirma",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="Quem é credenciado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credentials",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        help_text="Por quem.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="credentials",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("direct", "Direto"), ("indirect", "Indireto")],
                        help_text="Direto com o convênio ou pelo repasse do hospital.",
                        max_length=24,
                        verbose_name="modo",
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("all", "Tudo"),
                            ("surgery", "Cirurgias"),
                            ("consultation", "Só consultas"),
                        ],
                        default="all",
                        help_text="O que o credenciamento cobre.",
                        max_length=12,
                        verbose_name="âmbito",
                    ),
                ),
                (
                    "codes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
                        verbose_name="códigos",
                    ),
                ),
                (
                    "forbids_complement",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se o contrato proíbe cobrar do paciente a diferença de classe.",
                        max_length=7,
                        verbose_name="veda complemento",
                    ),
                ),
                (
                    "exclusive",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se o contrato proíbe receber do convênio por outra via.",
                        max_length=7,
                        verbose_name="exclusividade",
                    ),
                ),
                (
                    "fact_status",
                    models.CharField(
                        choices=[
                            ("confirmed", "Confirmado"),
                            ("presumed", "Presumido"),
                            ("unknown", "Não confirmado"),
                            ("denied", "Negado"),
                        ],
                        default="confirmed",
                        help_text="Confirmado ou negado por alguém, presumido, ou ainda não confirmado.",
                        max_length=9,
                        verbose_name="situação",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "credenciamento",
                "verbose_name_plural": "credenciamentos",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider", "payer", "valid_from"), name="credential_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mode__in", ["direct", "indirect"])),
                        name="credential_mode_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["all", "surgery", "consultation"])),
                        name="credential_scope_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fact_status__in", ["confirmed", "presumed", "unknown", "denied"])
                        ),
                        name="credential_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("forbids_complement__in", ["yes", "no", "unknown"])),
                        name="credential_complement_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("exclusive__in", ["yes", "no", "unknown"])),
                        name="credential_exclusive_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on__isnull", True),
                            ("confirmed_on__isnull", True),
                            ("expires_on__gte", models.F("confirmed_on")),
                            _connector="OR",
                        ),
                        name="credential_expires_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="credential_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CooperativeMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "fact_status",
                    models.CharField(
                        choices=[
                            ("confirmed", "Confirmado"),
                            ("presumed", "Presumido"),
                            ("unknown", "Não confirmado"),
                            ("denied", "Negado"),
                        ],
                        default="unknown",
                        help_text="Confirmado ou negado por alguém, presumido, ou ainda não confirmado.",
                        max_length=9,
                        verbose_name="situação",
                    ),
                ),
                (
                    "evidence",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Onde está escrito: cláusula do contrato, data do e-mail, protocolo.",
                        max_length=400,
                        verbose_name="evidência",
                    ),
                ),
                (
                    "confirmed_by",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Quem confirmou ou negou: nome e setor.",
                        max_length=120,
                        verbose_name="confirmado por",
                    ),
                ),
                (
                    "confirmed_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que confirmou ou negou.",
                        null=True,
                        verbose_name="confirmado em",
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        blank=True,
                        help_text="Último dia em que se pode acreditar; depois, confirma-se de novo.",
                        null=True,
                        verbose_name="confirmar até",
                    ),
                ),
                (
                    "asks",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Contatos do hospital que podem confirmar; vazio: qualquer um dos três.",
                        max_length=60,
                        verbose_name="quem confirma",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="Quem é associado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        help_text="De qual cooperativa.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="records.cooperative",
                        verbose_name="cooperativa",
                    ),
                ),
                (
                    "receives_as",
                    models.CharField(
                        choices=[("natural", "Pessoa física"), ("legal", "Pessoa jurídica")],
                        default="natural",
                        help_text="Pessoa física ou jurídica, perante a cooperativa.",
                        max_length=7,
                        verbose_name="recebe como",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "filiação a cooperativa",
                "verbose_name_plural": "filiações a cooperativas",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider", "cooperative", "valid_from"),
                        name="cooperativemembership_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("receives_as__in", ["natural", "legal"])),
                        name="cooperativemembership_receives_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fact_status__in", ["confirmed", "presumed", "unknown", "denied"])
                        ),
                        name="cooperativemembership_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_on__isnull", False),
                            ("fact_status__in", ["presumed", "unknown"]),
                            _connector="OR",
                        ),
                        name="cooperativemembership_confirmed_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expires_on__isnull", True),
                            ("confirmed_on__isnull", True),
                            ("expires_on__gte", models.F("confirmed_on")),
                            _connector="OR",
                        ),
                        name="cooperativemembership_expires_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="cooperativemembership_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RemittanceItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "remittance",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Remessa em que foi.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="records.remittance",
                        verbose_name="remessa",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        help_text="Parcial enviada.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remittance_items",
                        to="records.accountpart",
                        verbose_name="parcial",
                    ),
                ),
                (
                    "total",
                    models.BigIntegerField(
                        help_text="Em centavos: o cobrado da parcial na emissão.",
                        verbose_name="total",
                    ),
                ),
            ],
            options={
                "verbose_name": "parcial da remessa",
                "verbose_name_plural": "parciais da remessa",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("remittance", "part"), name="remittanceitem_part"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RemittanceExit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        help_text="O que saiu.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exit",
                        to="records.remittanceitem",
                        verbose_name="parcial da remessa",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem retirou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Quando saiu.", verbose_name="em"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Por que saiu.", max_length=500, verbose_name="motivo"
                    ),
                ),
            ],
            options={
                "verbose_name": "saída da remessa",
                "verbose_name_plural": "saídas da remessa",
            },
        ),
        migrations.CreateModel(
            name="RouteDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Caso decidido.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="records.surgerycase",
                        verbose_name="caso",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        help_text="Número da decisão no caso, a partir de 1.", verbose_name="número"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem decidiu.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="decidido por",
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Quando decidiu.", verbose_name="decidido em"
                    ),
                ),
                (
                    "inputs_hash",
                    models.CharField(
                        help_text="SHA-256 de tudo de que a resposta dependeu.",
                        max_length=64,
                        verbose_name="resumo das entradas",
                    ),
                ),
                (
                    "catalogue_hash",
                    models.CharField(
                        help_text="Catálogo que deu os preços.",
                        max_length=80,
                        verbose_name="resumo do catálogo",
                    ),
                ),
                (
                    "document",
                    models.JSONField(
                        default=dict,
                        help_text="O parecer, como foi mostrado.",
                        verbose_name="parecer",
                    ),
                ),
                (
                    "chosen",
                    models.JSONField(
                        default=dict,
                        help_text="Via escolhida de cada participação, pelo número dela.",
                        verbose_name="escolhas",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="Por que não a via sugerida, se for outra.",
                        max_length=500,
                        verbose_name="motivo",
                    ),
                ),
            ],
            options={
                "verbose_name": "decisão de via",
                "verbose_name_plural": "decisões de via",
                "constraints": [
                    models.UniqueConstraint(fields=("case", "number"), name="routedecision_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="RouteClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        help_text="Decisão que a abriu.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="records.routedecision",
                        verbose_name="decisão",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        help_text="Caso do ato.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="records.surgerycase",
                        verbose_name="caso",
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Ato cobrado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="records.plannedact",
                        verbose_name="ato",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("surgeon", "Cirurgião"),
                            ("first_assistant", "1º auxiliar"),
                            ("second_assistant", "2º auxiliar"),
                            ("third_assistant", "3º auxiliar"),
                            ("fourth_assistant", "4º auxiliar"),
                            ("scrub_assistant", "Instrumentador"),
                            ("anaesthetist", "Anestesista"),
                            ("anaesthetist_assistant", "Auxiliar de anestesista"),
                            ("consultant", "Consultor"),
                            ("perfusionist", "Perfusionista"),
                            ("delivery_paediatrician", "Pediatra na sala de parto"),
                            ("diagnostics_assistant", "Auxiliar SADT"),
                            ("clinician", "Clínico"),
                            ("intensivist", "Intensivista"),
                        ],
                        help_text="Função do profissional no ato.",
                        max_length=24,
                        verbose_name="função",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="Quem recebe.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="profissional",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("accredited", "Convênio, credenciado"),
                            ("repasse", "Repasse hospitalar"),
                            ("cooperative", "Cooperativa"),
                            ("private", "Particular"),
                            ("class_difference", "Diferença de classe"),
                        ],
                        help_text="Via por que se cobra.",
                        max_length=24,
                        verbose_name="via de faturamento",
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Só da via cooperativa.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.cooperative",
                        verbose_name="cooperativa",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Aberta"),
                            ("billed", "Lançada"),
                            ("refused", "Recusada"),
                            ("withdrawn", "Retirada"),
                            ("paid", "Paga"),
                        ],
                        default="open",
                        help_text="Aberta, lançada, recusada, retirada ou paga.",
                        max_length=24,
                        verbose_name="situação",
                    ),
                ),
                (
                    "fee_line",
                    models.ForeignKey(
                        blank=True,
                        help_text="Lançamento por que foi cobrada; vazio: ainda não.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="route_claims",
                        to="records.feeline",
                        verbose_name="lançamento",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Por que foi recusada ou retirada.",
                        max_length=500,
                        verbose_name="motivo",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        auto_now=True, help_text="Última mudança.", verbose_name="mudada em"
                    ),
                ),
            ],
            options={
                "verbose_name": "cobrança por via",
                "verbose_name_plural": "cobranças por via",
                "indexes": [
                    models.Index(fields=["act", "role", "provider"], name="routeclaim_of_act")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("open", "billed", "paid"))),
                        fields=("act", "role", "provider"),
                        name="routeclaim_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "surgeon",
                                    "first_assistant",
                                    "second_assistant",
                                    "third_assistant",
                                    "fourth_assistant",
                                    "scrub_assistant",
                                    "anaesthetist",
                                    "anaesthetist_assistant",
                                    "consultant",
                                    "perfusionist",
                                    "delivery_paediatrician",
                                    "diagnostics_assistant",
                                    "clinician",
                                    "intensivist",
                                ],
                            )
                        ),
                        name="routeclaim_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "route__in",
                                [
                                    "accredited",
                                    "repasse",
                                    "cooperative",
                                    "private",
                                    "class_difference",
                                ],
                            )
                        ),
                        name="routeclaim_route_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "billed", "refused", "withdrawn", "paid"])
                        ),
                        name="routeclaim_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "billed"), _negated=True),
                            ("fee_line__isnull", False),
                            _connector="OR",
                        ),
                        name="routeclaim_billed_has_its_line",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("route", "class_difference"), _negated=True),
                        name="routeclaim_complement_is_none",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutePayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "payer",
                    models.ForeignKey(
                        db_index=False,
                        help_text="A quem se apresentou.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.payer",
                        verbose_name="convênio",
                    ),
                ),
                (
                    "hospital",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Onde; vazio: não informado.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.hospital",
                        verbose_name="hospital",
                    ),
                ),
                (
                    "cooperative",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="Só da via cooperativa.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.cooperative",
                        verbose_name="cooperativa",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="De quem; vazio: não informado.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="profissional",
                    ),
                ),
                (
                    "claim",
                    models.OneToOneField(
                        blank=True,
                        help_text="Cobrança que se apresentou; vazia: veio de planilha.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payment",
                        to="records.routeclaim",
                        verbose_name="cobrança",
                    ),
                ),
                (
                    "route",
                    models.CharField(
                        choices=[
                            ("accredited", "Convênio, credenciado"),
                            ("repasse", "Repasse hospitalar"),
                            ("cooperative", "Cooperativa"),
                            ("private", "Particular"),
                            ("class_difference", "Diferença de classe"),
                        ],
                        help_text="Via por que se apresentou.",
                        max_length=24,
                        verbose_name="via de faturamento",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Código do procedimento.", max_length=20, verbose_name="código"
                    ),
                ),
                (
                    "presented",
                    models.BigIntegerField(help_text="Em centavos.", verbose_name="apresentado"),
                ),
                (
                    "denied",
                    models.BigIntegerField(
                        default=0, help_text="Em centavos.", verbose_name="glosa inicial"
                    ),
                ),
                (
                    "recovered",
                    models.BigIntegerField(
                        default=0,
                        help_text="Da glosa, em centavos, o que o recurso trouxe.",
                        verbose_name="recuperado",
                    ),
                ),
                (
                    "presented_on",
                    models.DateField(
                        help_text="Dia da apresentação.", verbose_name="apresentado em"
                    ),
                ),
                (
                    "paid_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia do primeiro pagamento; vazio: em aberto.",
                        null=True,
                        verbose_name="pago em",
                    ),
                ),
                (
                    "waited",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Da apresentação ao pagamento; vazio: em aberto.",
                        null=True,
                        verbose_name="dias até o pagamento",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="Guia ou linha da planilha de origem.",
                        max_length=80,
                        verbose_name="referência",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        auto_now=True, help_text="Última gravação.", verbose_name="gravado em"
                    ),
                ),
            ],
            options={
                "verbose_name": "pagamento por via",
                "verbose_name_plural": "pagamentos por via",
                "indexes": [
                    models.Index(
                        fields=[
                            "office",
                            "route",
                            "payer",
                            "code",
                            "presented",
                            "denied",
                            "recovered",
                        ],
                        name="routepayment_seen",
                    ),
                    models.Index(
                        fields=["office", "route", "payer", "waited", "presented_on"],
                        name="routepayment_waits",
                    ),
                    models.Index(fields=["office", "changed_at"], name="routepayment_changed"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "route__in",
                                [
                                    "accredited",
                                    "repasse",
                                    "cooperative",
                                    "private",
                                    "class_difference",
                                ],
                            )
                        ),
                        name="routepayment_route_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denied__gte", 0),
                            ("presented__gt", 0),
                            ("recovered__gte", 0),
                            ("denied__lte", models.F("presented")),
                            ("recovered__lte", models.F("denied")),
                        ),
                        name="routepayment_amounts_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paid_on__isnull", True), ("waited__isnull", True)),
                            models.Q(
                                ("paid_on__gte", models.F("presented_on")),
                                ("paid_on__isnull", False),
                                ("waited__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="routepayment_days_of_its_payment",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("reference", ""), _negated=True),
                        fields=("office", "reference"),
                        name="routepayment_reference",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutePrediction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        help_text="Decisão que previu.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predictions",
                        to="records.routedecision",
                        verbose_name="decisão",
                    ),
                ),
                (
                    "claim",
                    models.OneToOneField(
                        help_text="Cobrança prevista.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prediction",
                        to="records.routeclaim",
                        verbose_name="cobrança",
                    ),
                ),
                (
                    "presented",
                    models.BigIntegerField(
                        help_text="Em centavos.", verbose_name="valor bruto previsto"
                    ),
                ),
                (
                    "expected",
                    models.BigIntegerField(
                        help_text="Em centavos, a valor do dia da apresentação.",
                        verbose_name="líquido esperado",
                    ),
                ),
                (
                    "received",
                    models.BigIntegerField(
                        help_text="Em centavos: bruto menos glosa, mais o que o recurso traz.",
                        verbose_name="pagamento previsto",
                    ),
                ),
                (
                    "days",
                    models.PositiveIntegerField(
                        help_text="Da apresentação ao primeiro pagamento.",
                        verbose_name="dias previstos",
                    ),
                ),
            ],
            options={
                "verbose_name": "previsão",
                "verbose_name_plural": "previsões",
            },
        ),
        migrations.CreateModel(
            name="RouteTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "cut_off_shape",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("after_event", "Tantos dias depois de"),
                            ("month_day", "Dia fixo do mês"),
                            ("before_event", "Tantos dias antes de"),
                            ("calendar", "Calendário de entregas"),
                        ],
                        default="",
                        help_text="Como se conta o último dia de entrega; vazia: não se sabe.",
                        max_length=12,
                        verbose_name="regra do prazo",
                    ),
                ),
                (
                    "cut_off_event",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("surgery", "Cirurgia"),
                            ("discharge", "Alta"),
                            ("authorisation", "Autorização"),
                            ("account_closing", "Fechamento da conta"),
                            ("senha_expiry", "Fim da senha"),
                            ("statement", "Demonstrativo"),
                        ],
                        default="",
                        help_text="De que dia se conta o prazo.",
                        max_length=16,
                        verbose_name="contado de",
                    ),
                ),
                (
                    "cut_off_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Quantos dias, depois ou antes.",
                        null=True,
                        verbose_name="dias do prazo",
                    ),
                ),
                (
                    "cut_off_working",
                    models.BooleanField(
                        default=False,
                        help_text="Conta só dias úteis da praça do hospital.",
                        verbose_name="em dias úteis",
                    ),
                ),
                (
                    "cut_off_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Dia fixo, de 1 a 31 (competência).",
                        null=True,
                        verbose_name="dia do mês",
                    ),
                ),
                (
                    "cut_off_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Meses depois do mês do evento.",
                        null=True,
                        verbose_name="meses depois",
                    ),
                ),
                (
                    "cut_off_roll",
                    models.CharField(
                        choices=[
                            ("none", "Fica no mesmo dia"),
                            ("next", "Passa para o próximo dia útil"),
                            ("previous", "Volta para o dia útil anterior"),
                        ],
                        default="none",
                        help_text="O que se faz do último dia quando não é útil.",
                        max_length=8,
                        verbose_name="se não for dia útil",
                    ),
                ),
                (
                    "cut_off_dates",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Datas do calendário, AAAA-MM-DD, separadas por espaço.",
                        verbose_name="datas de entrega",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        help_text="Acordo destas condições.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="records.agreement",
                        verbose_name="acordo",
                    ),
                ),
                (
                    "credential",
                    models.ForeignKey(
                        blank=True,
                        help_text="Credenciamento destas condições; vazios os dois: o particular.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="records.credential",
                        verbose_name="credenciamento",
                    ),
                ),
                (
                    "fee_share",
                    honorarios.records.fields.ExactField(
                        default=0,
                        help_text="Em %, de 0 a 100.",
                        places=6,
                        verbose_name="taxa do intermediário",
                    ),
                ),
                (
                    "fee_on",
                    models.CharField(
                        choices=[("paid", "Do que for pago"), ("gross", "Do valor apresentado")],
                        default="paid",
                        help_text="Sobre o que for pago ou sobre o valor apresentado.",
                        max_length=5,
                        verbose_name="taxa sobre",
                    ),
                ),
                (
                    "fixed_fee",
                    honorarios.records.fields.ExactField(
                        default=0,
                        help_text="Em R$, por cirurgia; mensalidades ficam fora.",
                        places=2,
                        verbose_name="taxa fixa",
                    ),
                ),
                (
                    "service_share",
                    honorarios.records.fields.ExactField(
                        default=0,
                        help_text="Cartão, parcelamento ou assessoria, em % do líquido da taxa.",
                        places=6,
                        verbose_name="serviço",
                    ),
                ),
                (
                    "loss_share",
                    honorarios.records.fields.ExactField(
                        default=0,
                        help_text="Chance de nada ser pago, em %: prazo perdido, calote.",
                        places=6,
                        verbose_name="risco de não receber",
                    ),
                ),
                (
                    "payment_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Dias da apresentação ao pagamento; vazio: não se sabe.",
                        null=True,
                        verbose_name="prazo de pagamento",
                    ),
                ),
                (
                    "appeal_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Dias do demonstrativo ao último dia do recurso; a resposta tem o mesmo prazo.",
                        null=True,
                        verbose_name="prazo do recurso",
                    ),
                ),
                (
                    "documents",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="O que se entrega, separado por ponto e vírgula.",
                        max_length=600,
                        verbose_name="documentos",
                    ),
                ),
                (
                    "papers",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Quantos papéis a via pede; desempata as vias.",
                        verbose_name="papelada",
                    ),
                ),
                (
                    "same_route_for_all",
                    models.BooleanField(
                        default=False,
                        help_text="Exige toda a equipe pela mesma via.",
                        verbose_name="mesma via para a equipe",
                    ),
                ),
                (
                    "accepts_natural",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se esta via paga a pessoa física.",
                        max_length=7,
                        verbose_name="paga pessoa física",
                    ),
                ),
                (
                    "accepts_legal",
                    models.CharField(
                        choices=[("yes", "Sim"), ("no", "Não"), ("unknown", "Não se sabe")],
                        default="unknown",
                        help_text="Se esta via paga a pessoa jurídica.",
                        max_length=7,
                        verbose_name="paga pessoa jurídica",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "condições da via",
                "verbose_name_plural": "condições das vias",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreement__isnull", True),
                            ("credential__isnull", True),
                            _connector="OR",
                        ),
                        name="routeterms_of_one",
                    ),
                    models.UniqueConstraint(
                        fields=("agreement", "valid_from"), name="routeterms_agreement"
                    ),
                    models.UniqueConstraint(
                        fields=("credential", "valid_from"), name="routeterms_credential"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("agreement__isnull", True), ("credential__isnull", True)
                        ),
                        fields=("office", "valid_from"),
                        name="routeterms_private",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fee_share__gte", 0), ("fee_share__lte", 100)),
                        name="routeterms_fee_share_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("service_share__gte", 0), ("service_share__lte", 100)),
                        name="routeterms_service_share_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("loss_share__gte", 0), ("loss_share__lte", 100)),
                        name="routeterms_loss_share_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fixed_fee__gte", 0)),
                        name="routeterms_fixed_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fee_on__in", ["paid", "gross"])),
                        name="routeterms_fee_on_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cut_off_roll__in", ["none", "next", "previous"])),
                        name="routeterms_roll_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepts_natural__in", ["yes", "no", "unknown"])),
                        name="routeterms_natural_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("accepts_legal__in", ["yes", "no", "unknown"])),
                        name="routeterms_legal_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cut_off_event", ""), ("cut_off_shape", "")),
                            models.Q(
                                ("cut_off_days__isnull", False),
                                (
                                    "cut_off_event__in",
                                    [
                                        "surgery",
                                        "discharge",
                                        "authorisation",
                                        "account_closing",
                                        "senha_expiry",
                                        "statement",
                                    ],
                                ),
                                ("cut_off_shape__in", ["after_event", "before_event"]),
                            ),
                            models.Q(
                                ("cut_off_day__gte", 1),
                                ("cut_off_day__lte", 31),
                                (
                                    "cut_off_event__in",
                                    [
                                        "surgery",
                                        "discharge",
                                        "authorisation",
                                        "account_closing",
                                        "senha_expiry",
                                        "statement",
                                    ],
                                ),
                                ("cut_off_months__isnull", False),
                                ("cut_off_shape", "month_day"),
                            ),
                            models.Q(
                                (
                                    "cut_off_event__in",
                                    [
                                        "surgery",
                                        "discharge",
                                        "authorisation",
                                        "account_closing",
                                        "senha_expiry",
                                        "statement",
                                    ],
                                ),
                                ("cut_off_shape", "calendar"),
                                models.Q(("cut_off_dates", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="routeterms_cut_off_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="routeterms_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        help_text="De quem é.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pessoa",
                    ),
                ),
                (
                    "screen",
                    models.CharField(
                        help_text="Lista a que pertence.", max_length=60, verbose_name="tela"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Como a pessoa a chama.", max_length=80, verbose_name="nome"
                    ),
                ),
                (
                    "query",
                    models.CharField(
                        help_text="Os filtros, como no endereço.",
                        max_length=2000,
                        verbose_name="filtros",
                    ),
                ),
                (
                    "shared",
                    models.BooleanField(
                        default=False,
                        help_text="Se os colegas do cliente a veem.",
                        verbose_name="compartilhada",
                    ),
                ),
            ],
            options={
                "verbose_name": "visão salva",
                "verbose_name_plural": "visões salvas",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "user", "screen", "name"), name="savedview_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SplitRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "codes",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Códigos, começos ou intervalos, separados por espaço; vazio: todos.",
                        verbose_name="códigos",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="Prestador do lançamento que se divide.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="split_rules",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "contract",
                    models.CharField(
                        blank=True,
                        help_text="Só este contrato do catálogo; vazio: todos.",
                        max_length=120,
                        verbose_name="condições contratuais",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "regra de divisão de cobrança",
                "verbose_name_plural": "regras de divisão de cobrança",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="splitrule_dates_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SplitShare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Regra da parte.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="records.splitrule",
                        verbose_name="regra",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        help_text="Ordem das linhas, a partir de 1.", verbose_name="ordem"
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="Quem recebe a parte.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.provider",
                        verbose_name="recebedor",
                    ),
                ),
                (
                    "percent",
                    honorarios.records.fields.ExactField(
                        help_text="Parte do total, em %, até 6 decimais.",
                        places=6,
                        verbose_name="percentual",
                    ),
                ),
            ],
            options={
                "verbose_name": "parte da divisão",
                "verbose_name_plural": "partes da divisão",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule", "position"), name="splitshare_position"
                    ),
                    models.UniqueConstraint(
                        fields=("rule", "provider"), name="splitshare_provider"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__gt", 0), ("percent__lte", 100)),
                        name="splitshare_percent_in_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        help_text="Atendimento do paciente.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="records.attendance",
                        verbose_name="atendimento",
                    ),
                ),
                (
                    "bed",
                    models.ForeignKey(
                        help_text="Leito ocupado.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.bed",
                        verbose_name="leito",
                    ),
                ),
                (
                    "start",
                    honorarios.records.fields.WallTimeField(
                        help_text="Entrada no leito, hora do local.", verbose_name="início"
                    ),
                ),
                (
                    "end",
                    honorarios.records.fields.WallTimeField(
                        blank=True,
                        help_text="Saída do leito, hora do local; vazia: ainda nele.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("patient_option", "Opção do paciente"),
                            ("no_bed", "Falta de leito"),
                            ("medical_need", "Necessidade médica"),
                        ],
                        default="",
                        help_text="Por que o paciente está numa acomodação superior à contratada.",
                        max_length=24,
                        verbose_name="motivo da mudança",
                    ),
                ),
                (
                    "consent_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Quando o paciente consentiu em pagar a diferença.",
                        null=True,
                        verbose_name="consentimento em",
                    ),
                ),
                (
                    "consent_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Quem registrou o consentimento.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="consentimento registrado por",
                    ),
                ),
                (
                    "consent_note",
                    models.CharField(
                        blank=True,
                        help_text="Documento ou nota do consentimento.",
                        max_length=500,
                        verbose_name="nota do consentimento",
                    ),
                ),
            ],
            options={
                "verbose_name": "estada",
                "verbose_name_plural": "estadas",
                "constraints": [
                    models.UniqueConstraint(fields=("attendance", "start"), name="stay_start"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason__in", ["patient_option", "no_bed", "medical_need", ""])
                        ),
                        name="stay_reason_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                        ),
                        name="stay_hours_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consent_at__isnull", True),
                            ("consent_by__isnull", False),
                            _connector="OR",
                        ),
                        name="stay_consent_is_signed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Cirurgia em que atua.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="records.surgerycase",
                        verbose_name="cirurgia",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="Quem atua.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="records.provider",
                        verbose_name="profissional",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("surgeon", "Cirurgião"),
                            ("first_assistant", "1º auxiliar"),
                            ("second_assistant", "2º auxiliar"),
                            ("third_assistant", "3º auxiliar"),
                            ("fourth_assistant", "4º auxiliar"),
                            ("scrub_assistant", "Instrumentador"),
                            ("anaesthetist", "Anestesista"),
                            ("anaesthetist_assistant", "Auxiliar de anestesista"),
                            ("consultant", "Consultor"),
                            ("perfusionist", "Perfusionista"),
                            ("delivery_paediatrician", "Pediatra na sala de parto"),
                            ("diagnostics_assistant", "Auxiliar SADT"),
                            ("clinician", "Clínico"),
                            ("intensivist", "Intensivista"),
                        ],
                        help_text="Função na equipe.",
                        max_length=24,
                        verbose_name="função",
                    ),
                ),
                (
                    "receives_as",
                    models.CharField(
                        choices=[("natural", "Pessoa física"), ("legal", "Pessoa jurídica")],
                        default="natural",
                        help_text="Pessoa física ou jurídica.",
                        max_length=7,
                        verbose_name="recebe como",
                    ),
                ),
                (
                    "acts",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Em quais atos atua; nenhum escolhido: em todos.",
                        related_name="+",
                        to="records.plannedact",
                        verbose_name="atos",
                    ),
                ),
            ],
            options={
                "verbose_name": "participação",
                "verbose_name_plural": "participações",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "provider", "role"), name="participation_role"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "surgeon",
                                    "first_assistant",
                                    "second_assistant",
                                    "third_assistant",
                                    "fourth_assistant",
                                    "scrub_assistant",
                                    "anaesthetist",
                                    "anaesthetist_assistant",
                                    "consultant",
                                    "perfusionist",
                                    "delivery_paediatrician",
                                    "diagnostics_assistant",
                                    "clinician",
                                    "intensivist",
                                ],
                            )
                        ),
                        name="participation_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("receives_as__in", ["natural", "legal"])),
                        name="participation_receives_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpmeQuote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Para qual cirurgia.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="records.surgerycase",
                        verbose_name="cirurgia",
                    ),
                ),
                (
                    "supplier",
                    models.CharField(
                        help_text="De quem.", max_length=120, verbose_name="fornecedor"
                    ),
                ),
                (
                    "requested_on",
                    models.DateField(
                        help_text="Dia do pedido ao fornecedor.", verbose_name="pedido em"
                    ),
                ),
                (
                    "received_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que chegou; vazio: ainda não.",
                        null=True,
                        verbose_name="recebido em",
                    ),
                ),
                (
                    "centavos",
                    models.BigIntegerField(
                        blank=True,
                        help_text="Em centavos; vazio: não informado.",
                        null=True,
                        verbose_name="valor",
                    ),
                ),
            ],
            options={
                "verbose_name": "orçamento de OPME",
                "verbose_name_plural": "orçamentos de OPME",
                "constraints": [
                    models.UniqueConstraint(fields=("case", "supplier"), name="opmequote_supplier"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on__isnull", True),
                            ("received_on__gte", models.F("requested_on")),
                            _connector="OR",
                        ),
                        name="opmequote_received_after",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("centavos__isnull", True), ("centavos__gte", 0), _connector="OR"
                        ),
                        name="opmequote_value",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        help_text="De qual cirurgia.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="records.surgerycase",
                        verbose_name="cirurgia",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="Código do que a abriu: um item da lista de conferência, ou other.",
                        max_length=40,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="O que fazer.", max_length=300, verbose_name="título"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        help_text="Quem faz; vazio: ainda de ninguém.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dono",
                    ),
                ),
                (
                    "due",
                    models.DateField(
                        blank=True,
                        help_text="Último dia; vazio: sem prazo.",
                        null=True,
                        verbose_name="até",
                    ),
                ),
                (
                    "done_on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que foi feita; vazio: pendente.",
                        null=True,
                        verbose_name="feita em",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        blank=True,
                        help_text="Por que se faz, e de onde vem o prazo.",
                        max_length=300,
                        verbose_name="regra",
                    ),
                ),
            ],
            options={
                "verbose_name": "pendência da cirurgia",
                "verbose_name_plural": "pendências da cirurgia",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_on__isnull", True)),
                        fields=["office", "due"],
                        name="casetask_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        help_text="De qual cirurgia.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="records.surgerycase",
                        verbose_name="cirurgia",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("medical_report", "Relatório médico (laudo)"),
                            ("guia", "Guia de solicitação de internação"),
                            ("justification", "Justificativa médica"),
                            ("exams", "Laudos de exames"),
                            ("plan_card", "Carteira do convênio"),
                            ("opme_request", "Pedido de OPME com três fabricantes"),
                            ("class_consent", "Termo da diferença de classe"),
                            ("private_budget", "Orçamento particular assinado"),
                            ("surgery_report", "Descrição cirúrgica assinada"),
                            ("fee_guia", "Guia de honorários"),
                            ("repasse_request", "Pedido de repasse ao hospital"),
                            ("receipt", "Recibo ou nota fiscal"),
                            ("refund_request", "Pedido de reembolso do paciente"),
                        ],
                        help_text="Qual documento.",
                        max_length=15,
                        verbose_name="documento",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("missing", "Falta"),
                            ("received", "Recebido"),
                            ("sent", "Enviado"),
                            ("signed", "Assinado"),
                        ],
                        default="missing",
                        help_text="Falta, recebido, enviado ou assinado.",
                        max_length=8,
                        verbose_name="situação",
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        blank=True,
                        help_text="Dia em que chegou a essa situação.",
                        null=True,
                        verbose_name="em",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Onde está, o que falta nele.",
                        max_length=300,
                        verbose_name="observação",
                    ),
                ),
            ],
            options={
                "verbose_name": "documento da cirurgia",
                "verbose_name_plural": "documentos da cirurgia",
                "constraints": [
                    models.UniqueConstraint(fields=("case", "kind"), name="casedocument_kind"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "medical_report",
                                    "guia",
                                    "justification",
                                    "exams",
                                    "plan_card",
                                    "opme_request",
                                    "class_consent",
                                    "private_budget",
                                    "surgery_report",
                                    "fee_guia",
                                    "repasse_request",
                                    "receipt",
                                    "refund_request",
                                ],
                            )
                        ),
                        name="casedocument_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["missing", "received", "sent", "signed"])
                        ),
                        name="casedocument_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("on__isnull", False), ("state", "missing"), _connector="OR"
                        ),
                        name="casedocument_state_has_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaxParameters",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="Ano em que valem.", verbose_name="ano"
                    ),
                ),
                (
                    "document",
                    models.TextField(
                        help_text="JSON canônico, com fonte e confiança.", verbose_name="parâmetros"
                    ),
                ),
                (
                    "content_hash",
                    models.CharField(
                        help_text="sha256: e 64 algarismos hexadecimais do documento.",
                        max_length=71,
                        verbose_name="hash",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="De onde vieram: quem os conferiu e quando.",
                        max_length=400,
                        verbose_name="origem",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        help_text="Quando foram gravados.",
                        verbose_name="gravados em",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Quem os gravou.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="autor",
                    ),
                ),
            ],
            options={
                "verbose_name": "parâmetros tributários",
                "verbose_name_plural": "parâmetros tributários",
                "indexes": [models.Index(fields=["office", "year"], name="taxparameters_by_year")],
            },
        ),
        migrations.CreateModel(
            name="TaxProfile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        help_text="De quem.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tax_profiles",
                        to="records.provider",
                        verbose_name="prestador",
                    ),
                ),
                (
                    "receives_as",
                    models.CharField(
                        choices=[("natural", "Pessoa física"), ("legal", "Pessoa jurídica")],
                        default="natural",
                        help_text="Pessoa física ou jurídica.",
                        max_length=7,
                        verbose_name="recebe como",
                    ),
                ),
                (
                    "regime",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Regime da pessoa jurídica, pelo código dos parâmetros tributários.",
                        max_length=40,
                        verbose_name="regime",
                    ),
                ),
                (
                    "marginal_rate",
                    honorarios.records.fields.ExactField(
                        blank=True,
                        help_text="IRPF de mais um real, em %; vazia: pela tabela do mês.",
                        null=True,
                        places=6,
                        verbose_name="alíquota na margem",
                    ),
                ),
                (
                    "social_used",
                    honorarios.records.fields.ExactField(
                        default=0,
                        help_text="Em R$, no mês indicado: o teto é um só para todas as fontes.",
                        places=2,
                        verbose_name="base de INSS já usada",
                    ),
                ),
                (
                    "social_month",
                    models.DateField(
                        blank=True,
                        help_text="Primeiro dia do mês da base; vazio: a mesma em todos os meses.",
                        null=True,
                        verbose_name="mês da base",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        help_text="Primeiro dia de validade, incluído.", verbose_name="início"
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Último dia, incluído; vazio: até novo aviso.",
                        null=True,
                        verbose_name="fim",
                    ),
                ),
            ],
            options={
                "verbose_name": "perfil tributário",
                "verbose_name_plural": "perfis tributários",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("provider", "receives_as", "valid_from"), name="taxprofile_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("receives_as__in", ["natural", "legal"])),
                        name="taxprofile_receives_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("receives_as", "natural"), ("regime", "")),
                            models.Q(
                                ("marginal_rate__isnull", True),
                                ("receives_as", "legal"),
                                models.Q(("regime", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="taxprofile_regime_of_legal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("marginal_rate__isnull", True),
                            models.Q(("marginal_rate__gte", 0), ("marginal_rate__lte", 100)),
                            _connector="OR",
                        ),
                        name="taxprofile_rate_in_range",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("social_used__gte", 0)),
                        name="taxprofile_social_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True),
                            ("valid_to__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="taxprofile_dates_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_index=False,
                        help_text="De quem é.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pessoa",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="Tecla que a chama, de 1 a 9.", verbose_name="número"
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Como a pessoa a chama.", max_length=80, verbose_name="nome"
                    ),
                ),
                (
                    "members",
                    models.JSONField(
                        default=list,
                        help_text="Função e código do prestador de cada um, em ordem.",
                        verbose_name="membros",
                    ),
                ),
            ],
            options={
                "verbose_name": "equipe favorita",
                "verbose_name_plural": "equipes favoritas",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "user", "number"), name="team_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1), ("number__lte", 9)),
                        name="team_number_is_a_key",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "added_in",
                    models.PositiveIntegerField(
                        help_text="Primeira versão que a tem.", verbose_name="desde a versão"
                    ),
                ),
                (
                    "removed_in",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Primeira versão que não a tem mais.",
                        null=True,
                        verbose_name="até a versão",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        help_text="Pasta do catálogo: contracts, standards, manifest.",
                        max_length=40,
                        verbose_name="tipo",
                    ),
                ),
                (
                    "document_id",
                    models.CharField(
                        blank=True,
                        help_text="Identificador do documento.",
                        max_length=120,
                        verbose_name="identificador",
                    ),
                ),
                (
                    "content",
                    models.TextField(
                        help_text="JSON canônico do documento.", verbose_name="conteúdo"
                    ),
                ),
            ],
            options={
                "verbose_name": "documento do catálogo",
                "verbose_name_plural": "documentos do catálogo",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "kind", "document_id", "added_in"),
                        name="termsdocument_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_in__isnull", True),
                            ("removed_in__gt", models.F("added_in")),
                            _connector="OR",
                        ),
                        name="termsdocument_removed_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        help_text="Quem é dono do registro.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.office",
                        verbose_name="cliente do sistema",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        help_text="Importação da linha.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="records.importbatch",
                        verbose_name="importação",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        help_text="Linha do arquivo, a partir de 1.", verbose_name="número"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("imported", "Importada"),
                            ("refused", "Recusada"),
                            ("pending", "Aguarda confirmação"),
                            ("undone", "Desfeita"),
                        ],
                        help_text="O que foi feito dela.",
                        max_length=8,
                        verbose_name="situação",
                    ),
                ),
                (
                    "findings",
                    models.JSONField(
                        default=list, help_text="Por que foi assim.", verbose_name="achados"
                    ),
                ),
                (
                    "content",
                    models.JSONField(
                        blank=True,
                        help_text="A linha como veio, quando recusada ou pendente.",
                        null=True,
                        verbose_name="conteúdo",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        help_text="A parcial que espera a resposta, enquanto ela está pendente.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.accountpart",
                        verbose_name="parcial",
                    ),
                ),
            ],
            options={
                "verbose_name": "linha importada",
                "verbose_name_plural": "linhas importadas",
                "indexes": [
                    models.Index(fields=["batch", "state"], name="importrow_by_state"),
                    models.Index(
                        condition=models.Q(("part__isnull", False)),
                        fields=["part"],
                        name="importrow_waiting",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "number"), name="importrow_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["imported", "refused", "pending", "undone"])
                        ),
                        name="importrow_state_known",
                    ),
                ],
            },
        ),
    ]
