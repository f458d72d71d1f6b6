"""schemathesis calls every address of the API a thousand times: `script/soak api`."""

import _suite

if __name__ == "__main__":
    _suite.run("--timeout=3600", "tests/api/test_by_its_description.py")
