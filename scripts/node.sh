#!/bin/sh
# Packages for node that some tests use, each by its digest: those of scripts/NAME into .congbo/NAME. NAME is node (a GitHub on
# this machine, a linter of workflows) where none is given.
# Nothing that runs a portal needs them: the tests that do are left out where they are absent.
set -eu
name=${1:-node}
here=$(cd "$(dirname "$0")" && pwd)
to=$here/../.congbo/$name
if [ -f "$to/ready" ] && cmp -s "$here/$name/package-lock.json" "$to/package-lock.json"; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "Thiếu npm để cài các gói dùng khi thử. Hãy cài: sudo apt-get install npm (npm is missing; install it)" >&2
    exit 2
fi
echo "Đang cài các gói node dùng khi thử… (installing packages for tests)" >&2
mkdir -p "$to"
for file in "$here/$name"/*.json "$here/$name"/*.mjs; do
    [ ! -f "$file" ] || cp "$file" "$to/"
done
npm ci --prefix "$to" --ignore-scripts --no-audit --no-fund --loglevel=error
touch "$to/ready"
