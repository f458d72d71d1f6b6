"""The role that keeps the audit: its tables belong to it and not to the application, which may read and add.

Triggers refuse changes too, but the owner of a table can drop its triggers, and the owner of a schema its tables. So
both are another role's, `ipc_audit`, as which nobody signs in. An administrator of the database sets this up
(`ipc migrate` with DATABASE_ADMIN_URL, or with the embedded server); the application can't take it back.
"""

from collections.abc import Iterator
from typing import Any

from psycopg import Connection, sql

KEEPER = "ipc_audit"
TABLES = ("audit_auditrow", "audit_auditseal")
FUNCTION = "refuse_change()"
MAY = ("SELECT", "INSERT")
MAY_NOT = ("UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES")


def protect(admin: Connection[Any], application: str) -> None:
    """Give the audit's tables, their trigger's function and the schema `public` to the keeper. Safe to run again.

    `admin` is a connection to the application's database as its superuser; `application` the application's role, which
    keeps SELECT and INSERT on the tables, and may go on making tables of its own in `public`.
    """
    names = {"keeper": sql.Identifier(KEEPER), "application": sql.Identifier(application)}
    with admin.transaction():
        _make_keeper(admin)
        for statement in _statements():
            admin.execute(sql.SQL(statement).format(**names))


def _statements() -> Iterator[str]:
    # A member could act as the keeper.
    yield "REVOKE {keeper} FROM {application}"
    # Whoever owns a schema can drop what is in it. The owner of the database owns `public` where nobody else does.
    yield "ALTER SCHEMA public OWNER TO {keeper}"
    yield "GRANT USAGE, CREATE ON SCHEMA public TO {application}"
    yield f"ALTER FUNCTION public.{FUNCTION} OWNER TO {{keeper}}"
    for table in TABLES:
        yield f"ALTER TABLE public.{table} OWNER TO {{keeper}}"
        yield f"REVOKE ALL ON TABLE public.{table} FROM PUBLIC, {{application}}"
        yield f"GRANT {', '.join(MAY)} ON TABLE public.{table} TO {{application}}"
        # A backup reads how far the numbers are.
        yield f"GRANT SELECT ON SEQUENCE public.{table}_id_seq TO {{application}}"


def release(admin: Connection[Any], application: str) -> None:
    """Give the tables back to the application's role, for a migration that changes them; `protect` comes after it."""
    with admin.transaction():
        owner = sql.Identifier(application)
        for table in TABLES:
            if admin.execute("SELECT to_regclass(%s)", [f"public.{table}"]).fetchone() != (None,):
                admin.execute(sql.SQL(f"ALTER TABLE public.{table} OWNER TO {{}}").format(owner))
        if admin.execute("SELECT to_regprocedure(%s)", [f"public.{FUNCTION}"]).fetchone() != (None,):
            admin.execute(sql.SQL(f"ALTER FUNCTION public.{FUNCTION} OWNER TO {{}}").format(owner))


def _make_keeper(admin: Connection[Any]) -> None:
    if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [KEEPER]).fetchone():
        admin.execute(
            sql.SQL("CREATE ROLE {} NOLOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB").format(sql.Identifier(KEEPER))
        )


def faults(cursor: Any) -> list[str]:
    """What the connected role could do to the audit, a sentence for each; nothing where it can only read and add."""
    cursor.execute("SELECT current_setting('is_superuser') = 'on'")
    if cursor.fetchone()[0]:
        return ["The application connects as a superuser of the database, who can change the audit."]
    cursor.execute("SELECT pg_has_role(current_user, nspowner, 'MEMBER') FROM pg_namespace WHERE nspname = 'public'")
    found = []
    if cursor.fetchone()[0]:
        found.append("The application's role owns the schema public, so it can drop the audit's tables.")
    for table in TABLES:
        cursor.execute(
            """
            SELECT pg_has_role(current_user, c.relowner, 'MEMBER'),
                   ARRAY(SELECT p FROM unnest(%s::text[]) p WHERE has_table_privilege(current_user, c.oid, p)),
                   EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal
                           AND t.tgenabled <> 'D' AND t.tgname LIKE 'pgtrigger_append_only%%')
            FROM pg_class c WHERE c.oid = to_regclass(%s)
            """,
            [list(MAY_NOT), f"public.{table}"],
        )
        is_owner, may, has_trigger = cursor.fetchone() or (False, [], False)
        if is_owner:
            found.append(f"The application's role owns {table}, so it can switch its protection off.")
        elif may:
            found.append(f"The application's role may {', '.join(may)} on {table}.")
        if not has_trigger:
            found.append(f"{table} has no trigger that refuses changes, or it is switched off.")
    return found
