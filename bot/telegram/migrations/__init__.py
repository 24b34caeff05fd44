"""The schema, as numbered SQL files that SQLite and PostgreSQL both understand."""
