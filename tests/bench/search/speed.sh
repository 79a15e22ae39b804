#!/usr/bin/env bash
# How fast the search answers (with snippets and counts) and learns, on one core, over generated documents.
# bash tests/bench/search/speed.sh [number of documents …]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
[[ $# -gt 0 ]] || set -- 10000 100000
dotnet build -c Release -v q -nologo -clp:ErrorsOnly tests/bench/search/speed.cs
for count in "$@"; do DOTNET_gcServer=0 taskset -c 0 dotnet run --no-build -c Release tests/bench/search/speed.cs -- "$count"; done
