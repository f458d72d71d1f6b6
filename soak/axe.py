"""Looks at every page in every state at every width with every rule of axe: `script/soak axe`.

The suite looks at each page in its first state, and at each combination of colours once.
"""

import _suite

if __name__ == "__main__":
    _suite.run("-n", "0", "tests/e2e/test_axe.py")
