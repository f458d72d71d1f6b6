"""Production starts what the demo starts, with settings that the code reads and a document explains."""

import ast
import functools
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.urls import resolve

from embedded import demo, postgres

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = ("platform", "tenants", "finance_models", "timebank", "peer_network", "market", "knowledge")
COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
EXAMPLE = (PROJECT / ".env.example").read_text()
OURS = ("migrate", "web", "worker", "beat", "backup", "restore")
ONE_SHOT = {"migrate", "backup", "restore"}

# The machine's own variables, and the name of the settings module, which is no setting.
NOT_SETTINGS = {"PATH", "HOME", "PIP_CONFIG_FILE", "PIP_INDEX_URL", "DJANGO_SETTINGS_MODULE"}
READERS = {"flag", "text", "whole_number", "required", "words"}
# Options that differ between a laptop and a server: where it listens, how many, how long an end may take.
PLACE_OPTIONS = {"--bind", "--workers", "--concurrency", "--hostname", "--graceful-timeout"}
COMPOSE_VARIABLE = re.compile(r"(?<!\$)\$\{([A-Z_]+)(:[?-])?")


def names_read(source: str) -> Iterator[str]:
    """Names of the variables that a module reads by `env.text("NAME")`, `os.environ.get("NAME")` and the like."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            owner, name = ast.unparse(node.func.value), node.args[0]
            is_read = (owner == "env" and node.func.attr in READERS) or (
                owner == "os.environ" and node.func.attr in {"get", "setdefault", "pop"}
            )
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            is_read, name = True, node.slice
        else:
            continue
        if is_read and isinstance(name, ast.Constant) and isinstance(name.value, str):
            yield name.value


@functools.cache
def settings_read() -> frozenset[str]:
    """Every variable that the application reads."""
    sources = (path.read_text() for folder in SOURCES for path in (PROJECT / folder).rglob("*.py"))
    return frozenset(name for source in sources if "env" in source for name in names_read(source)) - NOT_SETTINGS


def options_of(command: list[str]) -> set[str]:
    """A command's words without those that belong to the machine it runs on."""
    return {word for word in command if word.split("=")[0] not in PLACE_OPTIONS}


def test_every_image_names_its_version() -> None:
    images = [service["image"] for service in SERVICES.values() if "build" not in service]
    images += re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert len(images) >= 7
    assert [image for image in images if not re.search(r":v?\d+(\.\d+)+(-[a-z0-9.-]+)?$", image)] == []


@pytest.mark.parametrize(("service", "program"), [("worker", 0), ("beat", 1), ("web", 2)])
def test_production_starts_what_the_demo_starts(service: str, program: int, tmp_path: Path) -> None:
    with socket.socket() as listener:
        started = list(demo._programs(demo.Demo(listener, tmp_path))[program].command)
    started[0] = Path(started[0]).name
    assert options_of(SERVICES[service]["command"].split()) == options_of(started)


def test_the_image_alone_serves_pages_as_compose_does() -> None:
    alone = re.search(r"^CMD (\[.*?\])$", DOCKERFILE, re.MULTILINE | re.DOTALL)
    assert alone is not None
    assert options_of(ast.literal_eval(alone[1].replace("\\\n", ""))) == options_of(SERVICES["web"]["command"].split())


def test_the_database_has_the_embedded_servers_settings() -> None:
    given = dict(re.findall(r"-c (\w+)=(\S+)", SERVICES["postgres"]["command"]))
    assert given
    assert given == {name: postgres.SETTINGS[name].strip("'") for name in given}


def test_the_application_is_no_superuser_of_the_database() -> None:
    assert "//ipc:" in SERVICES["web"]["environment"]["DATABASE_URL"]
    assert SERVICES["postgres"]["environment"]["POSTGRES_USER"] != "ipc"
    assert "NOSUPERUSER" in (PROJECT / "docker/postgres/10-application-role.sh").read_text()


@pytest.mark.parametrize("service", OURS)
def test_every_variable_of_a_service_is_read_by_the_code(service: str) -> None:
    assert set(SERVICES[service]["environment"]) - settings_read() == set()


@pytest.mark.parametrize("name", ["SECRET_KEY", "POSTGRES_PASSWORD", "IPC_DATABASE_PASSWORD", "EMAIL_URL"])
def test_a_secret_has_no_default(name: str) -> None:
    uses = re.findall(rf"\$\{{{name}(?![A-Z_])([^}}]*)\}}", (PROJECT / "docker-compose.yml").read_text())
    assert uses
    assert all(use.startswith(":?") for use in uses)


def test_health_checks_ask_addresses_that_exist() -> None:
    checks = " ".join(str(service.get("healthcheck", {}).get("test", "")) for service in SERVICES.values())
    paths = set(re.findall(r"http://[a-z]+:8000(/\w+)", checks))
    assert paths == {"/healthz", "/readyz"}
    assert [resolve(path).view_name for path in sorted(paths)] == ["healthz", "readyz"]


def test_the_health_checks_names_are_allowed_hosts() -> None:
    checks = " ".join(str(service.get("healthcheck", {}).get("test", "")) for service in SERVICES.values())
    allowed = SERVICES["web"]["environment"]["ALLOWED_HOSTS"].split(",")
    assert set(re.findall(r"http://([a-z]+):8000/", checks)) <= set(allowed)


def test_databases_have_health_checks_and_keep_their_data() -> None:
    for name in ("postgres", "redis"):
        assert SERVICES[name]["healthcheck"]["test"]
        assert any(volume.split(":")[0] in COMPOSE["volumes"] for volume in SERVICES[name]["volumes"])
        assert "ports" not in SERVICES[name]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONE_SHOT))
def test_what_goes_on_running_has_a_health_check_and_is_started_again(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_only_what_ends_acts_as_the_databases_administrator() -> None:
    administrators = {name for name, each in SERVICES.items() if "DATABASE_ADMIN_URL" in each.get("environment", {})}
    assert administrators == {"migrate", "restore"}


def test_backup_and_restore_reach_all_files_and_the_image_has_the_databases_programs() -> None:
    for name in ("backup", "restore"):
        assert set(SERVICES["web"]["volumes"]) < set(SERVICES[name]["volumes"])
        assert SERVICES[name]["profiles"] == ["operate"]
    version = re.search(r"postgres:(\d+)", SERVICES["postgres"]["image"])
    assert version is not None
    assert f"postgresql-client-{version[1]} " in DOCKERFILE


def test_there_is_one_scheduler() -> None:
    beats = [name for name, each in SERVICES.items() if "celery -A config beat" in str(each.get("command", ""))]
    assert beats == ["beat"]
    assert "deploy" not in SERVICES["beat"]


def test_the_proxy_keeps_the_figures_for_monitoring_inside() -> None:
    assert "respond /metrics 404" in (PROJECT / "docker/Caddyfile").read_text()


def test_web_and_worker_share_their_files() -> None:
    assert SERVICES["web"]["volumes"] == SERVICES["worker"]["volumes"]
    homes = {volume.split(":")[1] for volume in SERVICES["web"]["volumes"]}
    home = re.search(r"IPC_HOME=(\S+)", DOCKERFILE)
    assert home is not None
    assert homes == {f"{home[1]}/media", f"{home[1]}/private"}


def test_the_image_runs_as_an_ordinary_user() -> None:
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE) == ["ipc"]


def test_the_image_holds_the_locked_versions_without_development_tools() -> None:
    syncs = re.findall(r"uv sync ([^\n]*)", DOCKERFILE)
    assert len(syncs) == 2
    assert all("--frozen" in line and "--no-dev" in line for line in syncs)


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_a_setting_is_explained_and_in_the_example(name: str) -> None:
    explained = re.findall(r"^\| `([A-Z_]+)`", (PROJECT / "docs/operations/settings.md").read_text(), re.MULTILINE)
    assert name in explained
    assert re.search(rf"^#?{name}=", EXAMPLE, re.MULTILINE)


def test_nothing_is_explained_that_no_code_reads() -> None:
    explained = re.findall(r"^\| `([A-Z_]+)`", (PROJECT / "docs/operations/settings.md").read_text(), re.MULTILINE)
    of_compose = {name for name, _ in COMPOSE_VARIABLE.findall((PROJECT / "docker-compose.yml").read_text())}
    scripts = "\n".join(path.read_text() for path in (PROJECT / "script").iterdir() if path.is_file())
    others = {name for name in explained if name in scripts} | of_compose
    assert set(explained) - settings_read() - others == set()


def test_every_variable_of_compose_is_in_the_example() -> None:
    used = {name for name, _ in COMPOSE_VARIABLE.findall((PROJECT / "docker-compose.yml").read_text())}
    assert {name for name in used if not re.search(rf"^#?{name}=", EXAMPLE, re.MULTILINE)} == set()


def test_the_example_holds_no_secret() -> None:
    lines = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))
    secrets = [name for name in lines if re.search("KEY|PASSWORD|EMAIL_URL|DATABASE_URL", name)]
    assert len(secrets) >= 5
    assert [name for name in secrets if lines[name]] == []
