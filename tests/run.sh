#!/usr/bin/env bash
# Everything the portal promises, checked: bash tests/run.sh [format] [unit] [postgres] [journeys]
# Without a part: all of them. The last line is "N passed, N failed"; the exit code says whether anything failed.
set -uo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top" || exit 1
parts=("$@")
((${#parts[@]})) || parts=(format unit postgres journeys)
scratch=$(mktemp -d)
passed=0
failed=0
cluster=""

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

say() { printf '\n== %s\n' "$*"; }

wants() { [[ " ${parts[*]} " == *" $1 "* ]]; }

as_root() { if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi; }

# PostgreSQL refuses to run as root.
as_postgres() { if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

finish() {
  [[ -z $cluster ]] || as_postgres "$(postgres_bin)/pg_ctl" -D "$cluster" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$scratch"
  ((failed)) && code=1 || code=0
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  exit "$code"
}
trap finish EXIT
trap 'failed=$((failed + 1)); exit 1' INT TERM

give_up() {
  printf 'FAILED: %s\n' "$*" >&2
  failed=$((failed + 1))
  exit 1
}

install_missing() {
  local missing=()
  wants journeys && ! command -v chromium >/dev/null && missing+=(chromium)
  wants postgres && [[ -z $(postgres_bin) ]] && missing+=(postgresql)
  { wants unit || wants postgres || wants journeys; } && ! command -v ffmpeg >/dev/null && missing+=(ffmpeg)
  ((${#missing[@]})) || return 0
  say "Installing ${missing[*]}"
  as_root apt-get update -qq >"$scratch/apt.log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$scratch/apt.log" 2>&1 ||
    { tail -n 20 "$scratch/apt.log"; give_up "apt-get could not install ${missing[*]}"; }
}

build() {
  say "Building"
  timeout 1200 dotnet build CCHC.Portal.sln -v q -nologo -clp:ErrorsOnly || give_up "the build"
}

check_format() {
  say "Format"
  if timeout 600 dotnet format CCHC.Portal.sln --no-restore --verify-no-changes; then
    passed=$((passed + 1))
  else
    echo "FAILED: dotnet format would change something"
    failed=$((failed + 1))
  fi
}

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

start_postgres() {
  say "PostgreSQL"
  local bin port
  bin=$(postgres_bin)
  port=$(free_port)
  mkdir "$scratch/pg"
  chmod 755 "$scratch"
  [[ $(id -u) != 0 ]] || chown postgres "$scratch/pg"
  as_postgres "$bin/initdb" -D "$scratch/pg/data" -U portal -A trust -E UTF8 --no-locale --no-sync >"$scratch/initdb.log" 2>&1 ||
    { cat "$scratch/initdb.log"; give_up "initdb"; }
  cluster="$scratch/pg/data"
  # Thrown away afterwards, so nothing needs to reach the disk.
  as_postgres "$bin/pg_ctl" -D "$cluster" -w -t 60 -l "$scratch/pg/log" -o \
    "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$scratch/pg -c max_connections=300 -c fsync=off -c full_page_writes=off" start >/dev/null ||
    { cat "$scratch/pg/log"; give_up "PostgreSQL did not start"; }
  export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal"
}

# Runs one test program and adds what its last summary says.
suite() {
  local name=$1 project=$2 log code summary total bad idle
  log="$scratch/$name.log"
  say "$name"
  timeout --kill-after=30 1500 dotnet "tests/$project/bin/Debug/net10.0/$project.dll" -noColor -noLogo 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  summary=$(grep -E "^ *$project +Total: [0-9]+" "$log" | tail -n 1)
  if [[ -z $summary ]]; then
    echo "FAILED: $name ended without a summary (exit code $code)"
    failed=$((failed + 1))
    return
  fi
  total=$(sed -E 's/.*Total: ([0-9]+).*/\1/' <<<"$summary")
  bad=$(($(sed -E 's/.*Errors: ([0-9]+).*/\1/' <<<"$summary") + $(sed -E 's/.*Failed: ([0-9]+).*/\1/' <<<"$summary")))
  idle=$(($(sed -E 's/.*Skipped: ([0-9]+).*/\1/' <<<"$summary") + $(sed -E 's/.*Not Run: ([0-9]+).*/\1/' <<<"$summary")))
  if ((total == 0 || (code != 0 && bad == 0))); then
    echo "FAILED: $name ran $total tests and ended with exit code $code"
    bad=$((bad + 1))
    total=$((total + 1))
  fi
  passed=$((passed + total - bad - idle))
  failed=$((failed + bad))
}

install_missing
build
wants format && check_format
wants unit && suite tests-on-sqlite CCHC.Portal.Tests
if wants postgres; then
  start_postgres
  suite tests-on-postgresql CCHC.Portal.Tests
  unset PORTAL_TEST_POSTGRES
fi
wants journeys && PORTAL_CHROMIUM=$(command -v chromium) suite journeys CCHC.Portal.Journeys
exit 0
