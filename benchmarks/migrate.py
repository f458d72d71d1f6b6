"""Migrating areas with nothing to do, and with one change. The reference is the library's own executor."""

from benchmarks import _migrating, _site

AREAS = 16


def main() -> None:
    _migrating.make_areas(AREAS)
    rows = []
    with _migrating.changes() as package:
        rows.append(
            (
                f"{AREAS} areas, nothing to do (s)",
                _migrating.ours(),
                _migrating.librarys(),
                "the library's executor (s)",
            )
        )
        _migrating.add_change(package)
        measured = _migrating.ours()
        _migrating.add_change(package)
        rows.append((f"{AREAS} areas, one change (s)", measured, _migrating.librarys(), "the library's executor (s)"))
    _site.report(rows)


if __name__ == "__main__":
    main()
