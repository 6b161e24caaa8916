from django.db import migrations

from honorarios.records import triggers


class Migration(migrations.Migration):
    """Install the triggers again: they keep the sums of days too."""

    dependencies = [
        ("records", "0009_deadlines"),
    ]

    operations = [
        migrations.RunPython(
            lambda _, editor: triggers.install(editor.connection), migrations.RunPython.noop
        ),
    ]
