#!/usr/bin/env bash
# How fast the search answers (with snippets and counts) and learns, on one core, over generated documents; compiled as the portal is published.
# bash tests/bench/search/speed.sh [number of documents …]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
[[ $# -gt 0 ]] || set -- 10000 100000
app=$(mktemp -d)
trap 'rm -rf "$app"' EXIT
dotnet publish tests/bench/search/speed.cs -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$app" -v q -nologo -clp:ErrorsOnly
for count in "$@"; do taskset -c 0 dotnet "$app/speed.dll" "$count"; done
