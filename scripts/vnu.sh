#!/bin/sh
# The W3C's checker of HTML and a Java for it: those on the machine, else through apt when root; else its test is left out.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
lacking=
for pair in java:default-jre-headless npm:npm; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || lacking="$lacking ${pair##*:}"
done
if [ -n "$lacking" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Đang cài$lacking cho bộ kiểm tra HTML của W3C… (installing)" >&2
        # shellcheck disable=SC2086 # names of packages
        sh "$here/apt.sh" --no-install-recommends $lacking
    else
        echo "Thiếu$lacking: HTML của các trang không được W3C kiểm tra. Cài: sudo apt-get install$lacking (missing; this test is left out)" >&2
        exit 0
    fi
fi
exec sh "$here/node.sh" vnu
