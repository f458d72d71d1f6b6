"""One transaction of psql, into which PostgreSQL's own restore program writes. What isn't kept at its end never was."""

import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from config.backup import programs
from embedded.errors import Refused

READY = "ipc-ready"


class Session:
    """A psql process with an open transaction; it is taken back unless `keep` was called, however the process ends."""

    def __init__(self, *, as_administrator: bool = False) -> None:
        self._as_administrator = as_administrator

    def __enter__(self) -> Self:
        self._errors: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self._psql = subprocess.Popen(  # noqa: S603
            [
                *(str(programs.program("psql")), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align"),
                *("--no-password", "--set", "ON_ERROR_STOP=1"),
            ],
            env=programs.environment(as_administrator=self._as_administrator),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        # Answers to what the restore program asks are nobody's.
        self.send("\\o /dev/null\nBEGIN;\nSET LOCAL client_min_messages = warning;\nSET lock_timeout = '60s';\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(BrokenPipeError):
            self._input.close()
        self._psql.wait()
        if self._psql.stdout:
            self._psql.stdout.close()
        self._errors.close()

    def send(self, statements: str) -> None:
        """Run statements; a fault is found at the latest by the next `ask`."""
        try:
            self._input.write(statements)
            self._input.flush()
        except BrokenPipeError:
            self._refuse()

    def restore(self, dump: Path, options: Sequence[str]) -> None:
        """Let pg_restore write what `options` choose of the dump. Raises Refused."""
        self.ask("SELECT 1")
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(  # noqa: S603
                [str(programs.program("pg_restore")), *options, "--file=-", str(dump)],
                stdout=self._input,
                stderr=said,
                check=False,
            )
            said.seek(0)
            words = said.read()
        if self._psql.poll() is not None:
            self._refuse()
        if done.returncode != 0:
            raise Refused(f"pg_restore failed, and nothing was changed: {programs.words_of(words)}")
        # The dump's own settings of the session end here.
        self.send("RESET ROLE;\nSET search_path = public;\nSET lock_timeout = '60s';\n")

    def ask(self, question: str) -> str:
        """The single value that a question gives. Raises Refused where anything before it failed."""
        self.send(f"\\o\n{question};\n\\echo {READY}\n\\o /dev/null\n")
        lines = []
        while (line := self._output.readline().rstrip("\n")) != READY:
            if not line and self._psql.poll() is not None:
                self._refuse()
            lines.append(line)
        return lines[-1] if lines else ""

    def keep(self) -> None:
        """End the transaction for good. Raises Refused where the database doesn't."""
        self.send("COMMIT;\n")
        self._input.close()
        if self._psql.wait() != 0:
            self._refuse()

    @property
    def _input(self) -> IO[str]:
        assert self._psql.stdin is not None
        return self._psql.stdin

    @property
    def _output(self) -> IO[str]:
        assert self._psql.stdout is not None
        return self._psql.stdout

    def _refuse(self) -> None:
        self._psql.wait()
        self._errors.seek(0)
        words = programs.words_of(self._errors.read())
        raise Refused(f"The database did not take the backup, and nothing was changed: {words}")
