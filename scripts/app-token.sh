#!/bin/sh
# Prints a token of the publishing app for this one repository, good for an hour, with the right to push contents and workflows.
# Needs APP_ID and APP_KEY (the app's private key, PEM). Neither key nor token stands on a command line.
set -eu
umask 077
api=${GITHUB_API_URL:-https://api.github.com}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

url_safe() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }
ask() { curl --silent --show-error --fail --max-time 30 --config "$folder/curl" "$@"; }

printf '%s\n' "$APP_KEY" > "$folder/key.pem"
now=$(date +%s)
head=$(printf '{"alg":"RS256","typ":"JWT"}' | url_safe)
body=$(printf '{"iat":%d,"exp":%d,"iss":"%s"}' "$((now - 60))" "$((now + 300))" "$APP_ID" | url_safe)
signature=$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -sign "$folder/key.pem" -binary | url_safe)
{
    printf 'header = "Authorization: Bearer %s.%s.%s"\n' "$head" "$body" "$signature"
    printf 'header = "Accept: application/vnd.github+json"\n'
} > "$folder/curl"
installation=$(ask "$api/repos/$GITHUB_REPOSITORY/installation" | field id)
printf '{"repositories":["%s"],"permissions":{"contents":"write","workflows":"write"}}' "${GITHUB_REPOSITORY#*/}" > "$folder/wish"
ask --request POST --data "@$folder/wish" "$api/app/installations/$installation/access_tokens" | field token
