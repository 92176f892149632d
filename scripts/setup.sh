#!/bin/sh
# Makes the virtual environment from the lock file (every package by its digest) and installs congbo into it, editable.
set -eu
venv=$1
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

if ! command -v git >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        sh "$here/apt.sh" git
    else
        echo "Thiếu git. Hãy cài: sudo apt-get install git (git is missing; install it)" >&2
        exit 2
    fi
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Cần Python 3.11 trở lên. Hãy cài: sudo apt-get install python3 python3-venv (Python 3.11 or newer is needed)" >&2
    exit 2
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        sh "$here/apt.sh" python3-venv
    else
        echo "Thiếu python3-venv. Hãy cài: sudo apt-get install python3-venv (python3-venv is missing; install it)" >&2
        exit 2
    fi
fi
echo "Đang chuẩn bị môi trường $venv… (setting up)" >&2
rm -rf "$venv"
"$python" -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
touch "$venv/ready"
