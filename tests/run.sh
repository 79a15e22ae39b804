#!/usr/bin/env bash
# Everything the portal promises, checked: bash tests/run.sh [format] [unit] [postgres] [journeys]
# Without a part: all of them. The last line is "N passed, N failed"; the exit code says whether anything failed.
set -uo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top" || exit 1
source tests/common.sh
parts=("$@")
((${#parts[@]})) || parts=(format unit postgres journeys)
scratch=$(mktemp -d)
passed=0
failed=0
cluster=""

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

say() { printf '\n== %s\n' "$*"; }

wants() { [[ " ${parts[*]} " == *" $1 "* ]]; }

# The tests that failed, named once more where a reader of the last lines finds them.
name_failures() {
  local failures
  failures=$(grep -hE "\[FAIL\]$" -A 3 "$scratch"/tests-*.log "$scratch"/journeys.log 2>/dev/null)
  [[ -z $failures ]] || printf '\n== Failed\n%s\n' "$failures"
}

finish() {
  name_failures
  stop_cluster
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
  wants journeys && ! command -v pdftoppm >/dev/null && missing+=(poppler-utils)
  wants postgres && [[ -z $(postgres_bin) ]] && missing+=(postgresql)
  { wants unit || wants postgres || wants journeys; } && ! command -v ffmpeg >/dev/null && missing+=(ffmpeg)
  ((${#missing[@]})) || return 0
  say "Installing ${missing[*]}"
  install_packages "${missing[@]}" >"$scratch/apt.log" 2>&1 ||
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

start_postgres() {
  say "PostgreSQL"
  # Thrown away afterwards, so nothing needs to reach the disk.
  start_cluster "$scratch" "-c fsync=off -c full_page_writes=off" || give_up "PostgreSQL did not start"
  export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$postgres_port;Username=portal"
}

# Runs one test program, with the arguments after its name, and adds what its last summary says.
suite() {
  local name=$1 project=$2 log code summary total bad idle
  log="$scratch/$name.log"
  say "$name"
  timeout --kill-after=30 2400 dotnet "tests/$project/bin/Debug/net10.0/$project.dll" -noColor -noLogo "${@:3}" 2>&1 | tee "$log"
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
  # Rules of words and days keep nothing: once is enough for them.
  suite tests-on-postgresql CCHC.Portal.Tests -namespace- CCHC.Portal.Tests.Cases.Understanding -namespace- CCHC.Portal.Tests.Language -namespace- CCHC.Portal.Tests.Time
  unset PORTAL_TEST_POSTGRES
fi
wants journeys && PORTAL_CHROMIUM=$(command -v chromium) suite journeys CCHC.Portal.Journeys
exit 0
