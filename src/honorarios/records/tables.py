"""A migration that lays down many tables at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations

if TYPE_CHECKING:
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.state import ProjectState


class TablesMigration(migrations.Migration):
    """A migration of nothing but new models, which prepares all of them once.

    Django's own prepares every related model again for each model that it adds: most of the time of a
    first migration.
    """

    def apply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,  # noqa: ARG002, FBT001, FBT002 - Django's signature
    ) -> ProjectState:
        """Make the tables; the state with all of their models."""
        after = project_state.clone()
        # A state without prepared models takes new ones for nothing, and prepares them when asked.
        after.__dict__.pop("apps", None)
        self.mutate_state(after, preserve=False)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, project_state, after)
        return after
