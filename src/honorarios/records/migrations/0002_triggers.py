from django.db import migrations

from honorarios.records import triggers


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_schema"),
    ]

    operations = [
        migrations.RunPython(
            lambda _, editor: triggers.install(editor.connection),
            lambda _, editor: triggers.remove(editor.connection),
        ),
    ]
