# Sourced by the scripts beside it: makes (once) a virtual environment in $MOOT_VENV, by default .venv, and sets $VENV.
# Works where the system Python refuses `pip install`, and on a Debian that lacks the venv module.
set -eu
VENV="${MOOT_VENV:-$ROOT/.venv}"

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        if [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "moot needs Python 3.11 or newer; none was found (set PYTHON to one)" >&2
    exit 2
}

make_venv() {
    python=$(find_python)
    if "$python" -m venv "$VENV" >/dev/null 2>&1; then
        return
    fi
    rm -rf "$VENV"
    if command -v apt-get >/dev/null 2>&1; then
        echo "installing Debian's python3-venv (the venv module is missing)" >&2
        sudo=""
        [ "$(id -u)" = 0 ] || sudo=sudo
        $sudo apt-get update -qq >&2 && $sudo apt-get install -y -qq python3-venv >&2
    fi
    "$python" -m venv "$VENV"
}

# Install moot with the extras named, editable, unless the same pyproject was installed with them before.
install_moot() {
    [ -x "$VENV/bin/python" ] || make_venv
    stamp="$VENV/.moot-$1"
    if [ ! -f "$stamp" ] || [ "$ROOT/pyproject.toml" -nt "$stamp" ]; then
        echo "setting up $1 (once; a minute or so)" >&2
        extras=""
        [ "$1" = play ] || extras="[$1]"
        "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$ROOT$extras" >&2
        touch "$stamp"
    fi
}
