#!/bin/sh
# Chromium for the browser tests, its shell without windows, in which a page takes a quarter of the time, and letters that the
# theme falls back to: those on the machine, else through apt when root. Where there is no shell, Chromium does its work.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

known() {
    for name in "$@"; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

lacking=
known chromium chromium-browser google-chrome || lacking=chromium
shell=
known chromium-headless-shell || shell=chromium-headless-shell
letters=
fc-list 2>/dev/null | grep -qiE 'liberation ?sans|arial|roboto' || letters=fonts-liberation
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && [ -n "$lacking$shell$letters" ]; then
    echo "Đang cài Chromium cho các phép thử trên trình duyệt… (installing Chromium)" >&2
    # shellcheck disable=SC2086 # names of packages
    sh "$here/apt.sh" --no-install-recommends $lacking $shell $letters 2>/dev/null && exit 0
    [ -z "$lacking" ] || sh "$here/apt.sh" --no-install-recommends chromium
    exit 0
fi
[ -z "$lacking" ] && exit 0
echo "Thiếu Chromium cho các phép thử trên trình duyệt. Hãy cài: sudo apt-get install chromium (Chromium is missing; install it)" >&2
exit 2
