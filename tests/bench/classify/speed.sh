#!/usr/bin/env bash
# How many texts a second the text understanding reads on one core: 40,000 lines through `portal classify`, as an operator would run it.
# bash tests/bench/classify/speed.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
timeout 600 dotnet build src/CCHC.Portal.Cli -c Release -v q -nologo -clp:ErrorsOnly
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cat tests/bench/classify/{texts,reserved,held-out,held-out-2,held-out-3}.jsonl > "$work/all.jsonl"
touch "$work/in.jsonl"
while [[ $(wc -l < "$work/in.jsonl") -lt 40000 ]]; do cat "$work/all.jsonl" >> "$work/in.jsonl"; done
for round in 1 2 3; do taskset -c 0 dotnet src/CCHC.Portal.Cli/bin/Release/net10.0/portal.dll classify --in "$work/in.jsonl" --out "$work/out.jsonl"; done
