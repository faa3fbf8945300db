"""Run migrations on the connection that unpol_data.store.migrate hands over."""

from alembic import context

from unpol_data.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
