#!/bin/sh
# Chromium for the browser tests: the one on the machine, else through apt when root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Đang cài Chromium cho các phép thử trên trình duyệt… (installing Chromium)" >&2
    sh "$here/apt.sh" --no-install-recommends chromium
    exit 0
fi
echo "Thiếu Chromium cho các phép thử trên trình duyệt. Hãy cài: sudo apt-get install chromium (Chromium is missing; install it)" >&2
exit 2
