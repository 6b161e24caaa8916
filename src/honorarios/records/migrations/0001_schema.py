import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import honorarios.records.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
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
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "seq"), name="auditevent_seq")
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
                    "status",
                    models.CharField(
                        choices=[("running", "Em curso"), ("done", "Concluído")],
                        default="running",
                        help_text="Em curso ou concluído.",
                        max_length=8,
                        verbose_name="situação",
                    ),
                ),
                (
                    "response",
                    models.JSONField(
                        blank=True,
                        help_text="O que foi respondido, para repetir igual.",
                        null=True,
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
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["running", "done"])),
                        name="idempotencykey_status_known",
                    ),
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
            ],
            options={
                "verbose_name": "linha importada",
                "verbose_name_plural": "linhas importadas",
                "indexes": [models.Index(fields=["batch", "state"], name="importrow_by_state")],
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
                    models.Index(fields=["office", "start"], name="feeline_by_office"),
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
                                ("treatment__in", ["normal", "on_top"]),
                            ),
                            models.Q(
                                models.Q(("treatment__in", ["normal", "on_top"]), _negated=True),
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
    ]
