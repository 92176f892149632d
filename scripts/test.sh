#!/bin/sh
# What `make test` runs once everything is set up: style, then the types beside the tests. Further words are pytest's.
# The tests' files lie on the memory disk where it has room and lets programs run (git's hooks); else where TMPDIR says.
set -eu
bin=$1
shift

# Kilobytes that a memory disk must have left, and kilobytes of memory that must be left besides it.
room=4000000
memory=6000000

roomy() {
    [ -w /dev/shm ] && [ -r /proc/meminfo ] || return 1
    [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt "$room" ] || return 1
    [ "$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)" -gt "$memory" ] || return 1
    tried=$(mktemp /dev/shm/cb-XXXXXX)
    printf '#!/bin/sh\nexit 0\n' >"$tried"
    chmod +x "$tried"
    "$tried" 2>/dev/null && ran=0 || ran=1
    rm -f "$tried"
    return "$ran"
}

"$bin/ruff" check .
"$bin/ruff" format --check .

if roomy; then
    TMPDIR=$(mktemp -d /dev/shm/cb-XXXXXX)
    export TMPDIR
    trap 'rm -rf "$TMPDIR"' EXIT
    trap 'exit 1' HUP INT TERM
    set -- -o tmp_path_retention_policy=failed "$@"
fi

"$bin/mypy" &
types=$!
"$bin/pytest" -n 2 --dist worksteal "$@" && tested=0 || tested=$?
wait "$types" && typed=0 || typed=$?
[ "$typed" = 0 ] || echo "mypy: xem ở trên (see above)" >&2
exit $((tested | typed))
