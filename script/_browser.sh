# Sourced by script/test: finds a browser for the tests, or installs one, and names it in CHROME_BIN.

works() { [ -n "$1" ] && "$1" --version >/dev/null 2>&1 </dev/null; }

playwrights_own() { compgen -G "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}/chromium-*/chrome-linux*/chrome" | tail -n 1 || true; }

find_browser() {
    local name path
    for name in "${CHROME_BIN:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable "$(playwrights_own)"; do
        path=$(type -P "$name" 2>/dev/null || true)
        if works "$path"; then echo "$path"; return; fi
    done
    return 1
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "$1" fonts-liberation libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 </dev/null
}

# The headless shell is Chromium without its windows: the same pages in less than half the processor time. Not every
# Debian has it; the whole browser does as well.
install_browser() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing Chromium for the browser tests"
        apt-get update -qq </dev/null && { apt_install chromium-headless-shell || apt_install chromium; } && return
    fi
    say "Fetching a Chromium for the browser tests"
    timeout 300 "$VENV/bin/playwright" install chromium </dev/null
}

# Tests of PDF need the system's Pango, which comes with the browser above; a machine that has a browser may lack it.
ensure_pango() {
    local tried=$VENV/.pango-tried
    if ldconfig -p 2>/dev/null | grep -q 'libpangoft2-1\.0\.so\.0' || [ -e "$tried" ]; then return; fi
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing Pango for the tests of PDF"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            fonts-liberation libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; } >"$VENV/pango.log" 2>&1 </dev/null ||
            say "Pango could not be installed ($VENV/pango.log): the tests of PDF are skipped."
    fi
    touch "$tried"
}

# Fetching is tried once for an environment, so that a machine without one is not slow at every run.
ensure_browser() {
    local tried=$VENV/.browser-tried
    if ! CHROME_BIN=$(find_browser); then
        if [ ! -e "$tried" ] || [ -n "${IPC_REQUIRE_BROWSER:-}" ]; then
            install_browser >"$VENV/browser.log" 2>&1 || true
            touch "$tried"
        fi
        CHROME_BIN=$(find_browser) || CHROME_BIN=
    fi
    if [ -n "$CHROME_BIN" ]; then export CHROME_BIN; return; fi
    unset CHROME_BIN
    say "********************************************************************************"
    say "NO BROWSER was found and none could be installed: the browser tests are SKIPPED."
    say "Install chromium, or set CHROME_BIN. What was tried is in $VENV/browser.log;"
    say "delete $tried to try again."
    say "********************************************************************************"
    if [ -n "${IPC_REQUIRE_BROWSER:-}" ] && [ "$IPC_REQUIRE_BROWSER" != 0 ]; then
        fail "IPC_REQUIRE_BROWSER is set, so that is a failure."
    fi
}
