#!/bin/bash
# Runs once, when the data volume is empty. The application gets an ordinary role: a superuser could pass by the
# triggers and rights that keep the audit trail as it was written.
set -euo pipefail

psql --set ON_ERROR_STOP=1 --set password="$IPC_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE ipc LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION PASSWORD :'password';
CREATE DATABASE ipc OWNER ipc;
REVOKE ALL ON DATABASE ipc FROM PUBLIC;
SQL
