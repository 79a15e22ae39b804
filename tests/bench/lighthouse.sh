#!/usr/bin/env bash
# Lighthouse, mobile profile, over the Release build: home, article, procedure, search, form. Wanted: 95 or more in each of the four, and nothing that shifts.
# bash tests/bench/lighthouse.sh [rounds a page may need]; about two minutes. Set BENCH_TOOLS to a folder to keep what npm brings.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
source tests/common.sh
scratch=$(mktemp -d)
trap leave_nothing EXIT
tools=${BENCH_TOOLS:-$scratch/tools}

command -v chromium >/dev/null || install_packages chromium >/dev/null
bring lighthouse 13.5.0

echo "Publishing …"
publish CCHC.Portal.Web app
begin_portal Storage__Folder="$scratch/data"
until curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; do sleep 0.2; done
timeout 900 node tests/bench/lighthouse.mjs "$tools" "http://localhost:$port" "${1:-3}"
