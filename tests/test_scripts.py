"""The scripts that a newcomer runs first, in a copy of the project with programs of the tests' own on the path."""

import http.server
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

# Stands for a suitable Python: makes an "environment" whose uv only notes that it was called.
PYTHON_WITH_A_QUICK_VENV = """\
#!/bin/bash
if [ "$1 $2" = "-m venv" ]; then
    for target; do :; done
    mkdir -p "$target/bin" "$target/uv/bin"
    ln -s {python} "$target/bin/python"
    printf '#!/bin/bash\\n[ "$1" = --version ] && exit\\necho "$@" >> "{log}"\\n' > "$target/uv/bin/uv"
    printf '#!/bin/bash\\necho ran ipc "$@"\\n' > "$target/bin/ipc"
    chmod +x "$target/uv/bin/uv" "$target/bin/ipc"
    exit
fi
exec {python} "$@"
"""
BROKEN_SHIM = '#!/bin/bash\necho "pyenv: version 3.11 is not installed" >&2\nexit 127\n'


def program(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)


@pytest.fixture
def clone(tmp_path):
    """The scripts and the lock file in a folder of their own; `run` runs one from elsewhere, as a newcomer would."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    shutil.copytree(PROJECT / "script", folder / "script")
    for name in ("pyproject.toml", "uv.lock"):
        shutil.copy(PROJECT / name, folder / name)
    return folder


@pytest.fixture
def run(clone, tmp_path):
    program(tmp_path / "shims" / "python3.11", BROKEN_SHIM)
    real = PYTHON_WITH_A_QUICK_VENV.format(python=sys.executable, log=tmp_path / "uv.calls")
    program(tmp_path / "real" / "python3.11", real)

    def run_script(name, *arguments, path=("shims", "real"), **settings):
        folders = [*(str(tmp_path / each) for each in path), "/usr/bin", "/bin"]
        env = {"PATH": ":".join(folders), "HOME": str(tmp_path), **settings}
        command = [str(clone / "script" / name), *arguments]
        return subprocess.run(command, cwd="/", env=env, capture_output=True, text=True, timeout=120, check=False)

    return run_script


def uv_calls(tmp_path):
    log = tmp_path / "uv.calls"
    return log.read_text().splitlines() if log.exists() else []


def test_bootstrap_passes_over_a_shim_that_fails(run, tmp_path):
    made = run("bootstrap")

    assert made.returncode == 0, made.stderr
    assert str(tmp_path / "real" / "python3.11") in made.stderr
    assert len(uv_calls(tmp_path)) == 1
    assert "sync --frozen" in uv_calls(tmp_path)[0]


def test_bootstrap_does_nothing_the_second_time(run, tmp_path):
    run("bootstrap")
    began = time.monotonic()
    again = run("bootstrap")

    assert (again.returncode, again.stderr) == (0, "")
    assert time.monotonic() - began < 3
    assert len(uv_calls(tmp_path)) == 1


def test_bootstrap_installs_again_when_the_lock_file_changed(run, clone, tmp_path):
    run("bootstrap")
    with (clone / "uv.lock").open("a") as lock:
        lock.write("# newer\n")
    run("bootstrap")

    assert len(uv_calls(tmp_path)) == 2


def test_demo_passes_its_arguments_on(run):
    assert run("demo", "--port", "8123").stdout == "ran ipc demo --port 8123\n"


@pytest.mark.parametrize(("name", "folder"), [("bench", "benchmarks"), ("soak", "soak")])
def test_unknown_name_is_wrong_usage_and_lists_the_names(run, clone, name, folder):
    program(clone / folder / "board.py", "print('a figure')\n")
    answer = run(name, "nonesuch")

    assert answer.returncode == 2
    assert "board" in answer.stderr


@pytest.mark.parametrize(("name", "folder"), [("bench", "benchmarks"), ("soak", "soak")])
def test_all_are_run_and_one_failure_fails(run, clone, name, folder):
    program(clone / folder / "a_good.py", "print('a figure')\n")
    program(clone / folder / "b_bad.py", "raise SystemExit(3)\n")
    program(clone / folder / "c_good.py", "print('another')\n")
    answer = run(name)

    assert (answer.returncode, answer.stdout) == (1, "a figure\nanother\n")


@pytest.fixture
def without_browser(run, clone):
    """A machine where no browser is found: only the few tools that the scripts need are on its path."""
    run("bootstrap")
    program(clone / ".venv" / "bin" / "pytest", '#!/bin/bash\necho ran pytest "$@"\n')
    (clone / ".venv" / ".browser-tried").touch()
    tools = clone.parent / "tools"
    tools.mkdir()
    for name in ("bash", "env", "dirname", "cat", "cksum", "id", "nproc", "tail", "touch", "timeout"):
        (tools / name).symlink_to(shutil.which(name))

    def run_tests(**settings):
        env = {"PATH": str(tools), "HOME": str(clone.parent), **settings}
        command = [str(clone / "script" / "test"), "tests/ui"]
        return subprocess.run(command, cwd="/", env=env, capture_output=True, text=True, timeout=60, check=False)

    return run_tests


def test_tests_run_without_a_browser_and_say_so(without_browser):
    answer = without_browser()

    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.startswith(f"ran pytest -n {len(os.sched_getaffinity(0)) + 1} --dist loadgroup tests/ui")
    assert "NO BROWSER" in answer.stderr


def test_missing_browser_fails_where_one_is_required(without_browser):
    answer = without_browser(IPC_REQUIRE_BROWSER="1")

    assert (answer.returncode, answer.stdout) == (1, "")


@pytest.fixture(scope="module")
def fetch_uv():
    spec = importlib.util.spec_from_file_location("fetch_uv", PROJECT / "script" / "_fetch_uv.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_newest_uv_for_this_machine_is_chosen(fetch_uv, monkeypatch):
    monkeypatch.setattr(fetch_uv.platform, "machine", lambda: "x86_64")
    page = """
        <a href="../f/uv-0.9.30-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl#sha256=1">a</a>
        <a href="../f/uv-0.13.9-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl#sha256=2">b</a>
        <a href="../f/uv-0.14.0rc1-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl">a release candidate</a>
        <a href="../f/uv-0.15.0-py3-none-win_amd64.whl">another system</a>
        <a href="../f/uv-0.15.0.tar.gz">source</a>
    """

    chosen = fetch_uv.newest_wheel(page, "https://index.example/simple/uv/")

    name = "uv-0.13.9-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl"
    assert chosen == f"https://index.example/simple/f/{name}#sha256=2"


def test_index_of_the_environment_comes_before_pips_files(fetch_uv, monkeypatch, tmp_path):
    (tmp_path / "pip.conf").write_text("[global]\nindex-url = https://file.example/simple/\n")
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.delenv("PIP_INDEX_URL", raising=False)
    assert fetch_uv.index_address() == "https://file.example/simple"

    monkeypatch.setenv("PIP_INDEX_URL", "https://environment.example/simple")
    assert fetch_uv.index_address() == "https://environment.example/simple"


@pytest.fixture
def index(tmp_path):
    """A package index on this machine, with one "uv" in it; yields its address and the wheel's file."""
    machine = os.uname().machine
    name = f"uv-0.13.9-py3-none-manylinux_2_17_{machine}.whl"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as wheel:
        wheel.writestr("uv-0.13.9.data/scripts/uv", "#!/bin/sh\necho uv 0.13.9\n")
    root = tmp_path / "index"
    (root / "uv").mkdir(parents=True)
    (root / "uv" / name).write_bytes(content.getvalue())
    page = root / "uv" / "index.html"

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def __init__(self, *arguments, **settings):
            super().__init__(*arguments, directory=str(root), **settings)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", name, page
        server.shutdown()


def fetch(index_address, target):
    env = {**os.environ, "PIP_INDEX_URL": index_address}
    command = [sys.executable, str(PROJECT / "script" / "_fetch_uv.py"), str(target)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)


def test_uv_is_fetched_with_the_standard_library_alone(index, tmp_path):
    address, name, page = index
    page.write_text(f'<a href="{name}">uv</a>')
    fetched = fetch(address, tmp_path / "uv")

    assert fetched.returncode == 0, fetched.stderr
    assert subprocess.check_output([tmp_path / "uv" / "bin" / "uv"]) == b"uv 0.13.9\n"


def test_uv_that_is_not_what_the_index_says_is_refused(index, tmp_path):
    address, name, page = index
    page.write_text(f'<a href="{name}#sha256={"0" * 64}">uv</a>')
    fetched = fetch(address, tmp_path / "uv")

    assert fetched.returncode == 1
    assert "is not what the index says" in fetched.stderr
    assert not (tmp_path / "uv").exists()
