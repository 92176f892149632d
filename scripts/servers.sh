#!/bin/sh
# nginx, sshd, rsync and gitolite for the tests of targets and of the server: those on the machine, else through apt when root; else the tests are left out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
PATH=$PATH:/usr/sbin:/sbin
lacking=
for pair in nginx:nginx sshd:openssh-server rsync:rsync openssl:openssl gitolite:gitolite3; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || lacking="$lacking ${pair##*:}"
done
[ -n "$lacking" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Đang cài$lacking cho các phép thử nơi công bố… (installing)" >&2
    # shellcheck disable=SC2086 # names of packages
    sh "$here/apt.sh" --no-install-recommends $lacking
    mkdir -p /run/sshd
    exit 0
fi
echo "Thiếu$lacking: các phép thử cần đến sẽ bị bỏ qua. Cài: sudo apt-get install$lacking (missing; these tests are left out)" >&2
