#!/usr/bin/env bash
# The Nu HTML checker over every public page: the sitemap's and all they link to, the steps of the forms, tracking, error pages, in both languages. Wanted: no error.
# bash tests/bench/html.sh; about two minutes, needs Java 11 or newer. Set BENCH_TOOLS to a folder to keep what npm brings.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
source tests/common.sh
scratch=$(mktemp -d)
trap leave_nothing EXIT
tools=${BENCH_TOOLS:-$scratch/tools}

command -v java >/dev/null || install_packages default-jre-headless >/dev/null || true
command -v java >/dev/null || { echo "NOT CHECKED: the Nu HTML checker needs Java, and there is none here (Debian: apt-get install default-jre-headless)." >&2; exit 2; }
bring vnu-jar 26.9.27

echo "Publishing …"
publish CCHC.Portal.Web app
begin_portal Storage__Folder="$scratch/data"
until curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; do sleep 0.2; done
mkdir "$scratch/pages"
timeout 600 node tests/bench/html.mjs fetch "http://localhost:$port" "$scratch/pages"
end_portal
timeout 600 java -Xss8m -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --format json --exit-zero-always "$scratch/pages" 2>"$scratch/found.json"
node tests/bench/html.mjs tell "$scratch/pages" "$scratch/found.json"
