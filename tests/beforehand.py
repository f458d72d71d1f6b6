"""Makes what many tests copy: `python -m tests.beforehand [site]`, while the tests are still being collected."""

import sys


def main(what: list[str]) -> None:
    """The template database, and with `site` the site that browsers look at."""
    import django

    django.setup()
    from tests import databases
    from tests.e2e import prepared

    databases.make_template()
    if "site" in what:
        prepared.make()


if __name__ == "__main__":
    main(sys.argv[1:])
