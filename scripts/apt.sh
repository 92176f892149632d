#!/bin/sh
# Installs Debian packages, as root: two that are asked for at the same time wait for each other, as apt itself does not.
set -eu
exec flock /var/lib/dpkg sh -c 'apt-get update -qq && apt-get install -y -qq "$@" >/dev/null' apt "$@"
