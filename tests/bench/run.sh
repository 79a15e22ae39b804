#!/usr/bin/env bash
# Measures the published portal beside nginx serving the same bytes, in the same minutes, on this machine's loopback.
# bash tests/bench/run.sh [seconds a round]; about four minutes. Absolute figures do not travel; ratios do.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
source tests/common.sh
seconds=${1:-8}
rounds=3
scratch=$(mktemp -d)
chmod 755 "$scratch"
portal_pid=""
nginx_pid=""
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

finish() {
  for pid in $portal_pid $nginx_pid; do kill "$pid" 2>/dev/null || true; done
  for pid in $portal_pid $nginx_pid; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap finish EXIT

now_ms() { date +%s%3N; }

missing=()
for tool in nginx wrk curl; do PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || missing+=("$tool"); done
install_packages "${missing[@]}" >/dev/null

echo "Publishing …"
timeout 900 dotnet publish src/CCHC.Portal.Web -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$scratch/app" -v q -nologo -clp:ErrorsOnly
timeout 600 dotnet publish src/CCHC.Portal.Cli -c Release -o "$scratch/cli" -v q -nologo -clp:ErrorsOnly
timeout 300 dotnet "$scratch/cli/portal.dll" seed --folder "$top/content-seed" --storage "$scratch/data" --settings "$scratch/app"

port=$(free_port)
base="http://127.0.0.1:$port"
begin_portal() {
  (cd "$scratch/app" && exec env ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="$base" Storage__Folder="$scratch/data" \
    Serilog__MinimumLevel__Default=Error Web__MostDataRequestsInTenMinutes=1000000 dotnet CCHC.Portal.Web.dll >"$scratch/portal.log" 2>&1) &
  portal_pid=$!
}
end_portal() {
  kill "$portal_pid"
  wait "$portal_pid" 2>/dev/null || true
  portal_pid=""
}

starts=()
for _ in 1 2 3; do
  from=$(now_ms)
  begin_portal
  until curl -fs -o /dev/null "$base/"; do
    (($(now_ms) - from < 60000)) || { cat "$scratch/portal.log"; exit 1; }
    sleep 0.02
  done
  starts+=($(($(now_ms) - from)))
  [[ ${#starts[@]} == 3 ]] || end_portal
done
idle_kb=$(awk '/^VmRSS/ {print $2}' "/proc/$portal_pid/status")

article=$(curl -fs "$base/rss.xml" | grep -oE '<link>[^<]*/tin-tuc/[^<]+' | head -n 1 | sed -E 's#.*(/tin-tuc/.*)#\1#')
mkdir "$scratch/www"
curl -fs -H 'Accept-Encoding: br' "$base/" -o "$scratch/www/home"
curl -fs -H 'Accept-Encoding: br' "$base$article" -o "$scratch/www/article"
curl -fs -H 'Accept-Encoding: br' "$base/rss.xml" -o "$scratch/www/rss"
post="/umbraco/delivery/api/v2/content/item$article"
curl -fs "$base$post" -o "$scratch/www/json"

static_port=$(free_port)
cat >"$scratch/nginx.conf" <<CONF
worker_processes auto;
daemon off;
pid $scratch/nginx.pid;
error_log $scratch/nginx.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  open_file_cache max=100;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:$static_port;
    root $scratch/www;
    default_type "text/html; charset=utf-8";
    add_header Content-Encoding br;
    location = /json { default_type application/json; add_header Cache-Control no-cache; }
  }
}
CONF
PATH=$PATH:/usr/sbin nginx -c "$scratch/nginx.conf" -p "$scratch" -e "$scratch/nginx.log" &
nginx_pid=$!
static="http://127.0.0.1:$static_port"
until curl -fs -o /dev/null "$static/home"; do sleep 0.05; done

# wrk → "requests/s p99"; more headers after the address
measure() {
  local headers=(-H "Host: localhost") one
  for one in "${@:2}"; do headers+=(-H "$one"); done
  (($# > 1)) || headers+=(-H "Accept-Encoding: br")
  timeout $((seconds + 20)) wrk -t2 -c32 -d"${seconds}s" --latency "${headers[@]}" "$1" |
    awk '/^ +99%/ {p=$2} /Requests\/sec/ {r=$2} /Non-2xx/ {bad=$0} END {print r, p; if (bad) print bad > "/dev/stderr"}'
}

timeout 30 wrk -t2 -c32 -d5s -H 'Accept-Encoding: br' -H 'Host: localhost' "$base/" >/dev/null
printf '\n%-10s %-8s %14s %14s %8s %10s %10s\n' page round portal/s nginx/s ratio p99 'nginx p99'
for page in home article rss; do
  case $page in home) path=/ ;; article) path=$article ;; rss) path=/rss.xml ;; esac
  for round in $(seq $rounds); do
    read -r ours our_p99 < <(measure "$base$path")
    read -r theirs their_p99 < <(measure "$static/$page")
    printf '%-10s %-8s %14s %14s %8s %10s %10s\n' "$page" "$round" "$ours" "$theirs" "$(awk "BEGIN {printf \"%.2f\", $ours / $theirs}")" "$our_p99" "$their_p99"
  done
done
# One post as JSON, made anew each time: whoever bears a cookie of the desk gets nothing that lies ready.
for round in $(seq $rounds); do
  read -r ours our_p99 < <(measure "$base$post" "Cookie: portal.desk=none")
  read -r theirs their_p99 < <(measure "$static/json" "Accept: application/json")
  printf '%-10s %-8s %14s %14s %8s %10s %10s\n' "json, new" "$round" "$ours" "$theirs" "$(awk "BEGIN {printf \"%.3f\", $ours / $theirs}")" "$our_p99" "$their_p99"
done

for path in / "$article" /rss.xml; do
  for _ in $(seq 40); do timeout 60 curl -fs -o /dev/null "$base$path?n=[1-84]"; done
done
loaded_kb=$(awk '/^VmRSS/ {print $2}' "/proc/$portal_pid/status")

printf '\nstart to first 200, ms (3 runs): %s\n' "${starts[*]}"
printf 'resident memory, MiB: %d at rest, %d after more than 10,000 requests\n' $((idle_kb / 1024)) $((loaded_kb / 1024))
timeout 120 node tests/bench/pages.mjs "$base" / "$article"

# The desk, over the same build with accounts for trying out (Development only gives those).
end_portal
(cd "$scratch/app" && exec env ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="$base" Storage__Folder="$scratch/desk" \
  Web__SeedFolder="$top/content-seed" Serilog__MinimumLevel__Default=Error dotnet CCHC.Portal.Web.dll >"$scratch/desk.log" 2>&1) &
portal_pid=$!
until curl -fs -o /dev/null "$base/"; do kill -0 "$portal_pid" || { cat "$scratch/desk.log"; exit 1; }; sleep 0.2; done
timeout 120 node tests/bench/editing.mjs "$base"
printf 'load of the machine: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
