"""How much memory other processes have taken at most, from Linux's own count."""

import re
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1024 * 1024


@dataclass
class Watch:
    """Processes found by words of their command; peaks are megabytes above what each had at the start."""

    pids: dict[int, str]
    idle: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, home: str, *words: str) -> "Watch":
        """Every process with `home` in its environment and one of these words in its command."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                is_ours = home.encode() in (folder / "environ").read_bytes()
            except OSError:
                continue
            word = next((word for word in words if word in command), None)
            if is_ours and word:
                found[int(folder.name)] = word
        watch = cls(found)
        for pid in found:
            watch.idle[pid] = _kilobytes(pid, "VmRSS") / 1024
            Path(f"/proc/{pid}/clear_refs").write_text("5")  # the peak is counted from here on
        return watch

    def peaks(self) -> dict[str, float]:
        """By word: the highest peak above idle of one process, and `all`: of all of them together."""
        above = {pid: _kilobytes(pid, "VmHWM") / 1024 - self.idle[pid] for pid in self.pids}
        by_word = {
            word: max(value for pid, value in above.items() if self.pids[pid] == word)
            for word in sorted(set(self.pids.values()))
        }
        return {**by_word, "all": sum(above.values())}


def _kilobytes(pid: int, name: str) -> int:
    found = re.search(rf"^{name}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found, f"Process {pid} is gone."
    return int(found[1])
