#!/usr/bin/env bash
# Sends many messages while the portal is killed again and again, on SQLite and PostgreSQL: none acknowledged may be lost or doubled.
# bash tests/bench/never-lose.sh [messages]; ten thousand by default, about ten minutes on two cores.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
source tests/common.sh
messages=${1:-10000}
scratch=$(mktemp -d)
cluster=""
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

finish() {
  stop_cluster || true
  rm -rf "$scratch"
}
trap finish EXIT

missing=()
[[ -n $(postgres_bin) ]] || missing+=(postgresql)
install_packages "${missing[@]}" >/dev/null
timeout 1200 dotnet build CCHC.Portal.sln -v q -nologo -clp:ErrorsOnly

# What the disk itself can do: blocks of 4 KB, each written through before the next.
disk_limit() {
  local count=1000 seconds
  seconds=$({ LC_ALL=C dd if=/dev/zero of="$scratch/limit" bs=4k count=$count oflag=dsync; } 2>&1 | sed -n 's/.*, \([0-9.e-]*\) s,.*/\1/p')
  rm -f "$scratch/limit"
  awk -v n=$count -v s="$seconds" 'BEGIN { printf "disk: %d synchronous writes of 4 KB a second\n", n / s }'
}

run() {
  disk_limit
  PORTAL_NEVER_LOSE=$messages timeout 1800 dotnet tests/CCHC.Portal.Tests/bin/Debug/net10.0/CCHC.Portal.Tests.dll -noLogo -noColor -showLiveOutput -class "*.KillTests" | grep -E "acknowledged|FAIL|Total:|Assert"
}

echo "SQLite"
run
start_cluster "$scratch"   # with fsync, as it is delivered
echo "PostgreSQL"
PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$postgres_port;Username=portal" run
