#!/usr/bin/env bash
# Scores the text understanding: ten folds, every text judged by a model that has not seen it, in eight ways of typing it.
# bash tests/bench/classify/run.sh [more labelled texts, judged by the weights in use]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
timeout 600 dotnet build src/CCHC.Portal.Cli -c Release -v q -nologo -clp:ErrorsOnly
portal=(taskset -c 0 dotnet src/CCHC.Portal.Cli/bin/Release/net10.0/portal.dll)
"${portal[@]}" classify score --in tests/bench/classify/texts.jsonl
for set in "${1:-tests/bench/classify/reserved.jsonl}" tests/bench/classify/held-out.jsonl tests/bench/classify/held-out-2.jsonl tests/bench/classify/held-out-3.jsonl tests/bench/classify/held-out-4.jsonl tests/bench/classify/held-out-5.jsonl; do "${portal[@]}" classify score --seen --in "$set"; done   # never trained on
