#!/usr/bin/env bash
# How well three hundred questions of residents are answered, on the portal with its seeds: recall@5, mean reciprocal rank, time.
# bash tests/bench/search/score.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
folder=$(mktemp -d)
port=${PORT:-5089}
dotnet build src/CCHC.Portal.Web -c Release -v q -nologo -clp:ErrorsOnly
ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="http://127.0.0.1:$port" Storage__Folder="$folder" \
  dotnet run --no-build --no-launch-profile -c Release --project src/CCHC.Portal.Web >"$folder/log" 2>&1 &
portal=$!
trap 'kill $portal 2>/dev/null; wait $portal 2>/dev/null; rm -rf "$folder"' EXIT
for _ in $(seq 90); do curl -fs "http://127.0.0.1:$port/readyz" >/dev/null && break; sleep 1; done
node tests/bench/search/score.mjs "http://127.0.0.1:$port"
echo "held out:"
node tests/bench/search/score.mjs "http://127.0.0.1:$port" tests/bench/search/held-out.tsv | tail -1
