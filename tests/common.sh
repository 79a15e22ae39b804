# What the tests' and the measurements' scripts share. Sourced, never run.

as_root() { if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi; }

# PostgreSQL refuses to run as root.
as_postgres() { if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi; }

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

install_packages() {
  (($#)) || return 0
  as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# A cluster of our own under the folder given; sets cluster and postgres_port. $2: more settings.
start_cluster() {
  local folder=$1 bin
  bin=$(postgres_bin)
  postgres_port=$(free_port)
  mkdir "$folder/pg"
  chmod 755 "$folder"
  [[ $(id -u) != 0 ]] || chown postgres "$folder/pg"
  as_postgres "$bin/initdb" -D "$folder/pg/data" -U portal -A trust -E UTF8 --no-locale --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log"; return 1; }
  cluster="$folder/pg/data"
  as_postgres "$bin/pg_ctl" -D "$cluster" -w -t 60 -l "$folder/pg/log" -o \
    "-c listen_addresses=127.0.0.1 -c port=$postgres_port -c unix_socket_directories=$folder/pg -c max_connections=300 ${2:-}" start >/dev/null || { cat "$folder/pg/log"; return 1; }
}

stop_cluster() { [[ -z ${cluster:-} ]] || as_postgres "$(postgres_bin)/pg_ctl" -D "$cluster" -m immediate -w stop >/dev/null 2>&1; }

# ── for the measurements: a published portal of our own under $scratch, started with settings and ended ──
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
portal_pid="" cluster=""

publish() { timeout 900 dotnet publish "src/$1" -c Release -o "$scratch/$2" -v q -nologo -clp:ErrorsOnly -nodeReuse:false; }

# Development, for its accounts; everything else as it is delivered. Sets port and portal_pid. What is given goes before our settings: NAME=value …
begin_portal() {
  port=$(free_port)
  (cd "$scratch/app" && exec env ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="http://127.0.0.1:$port" Web__SeedFolder="$top/content-seed" \
    Cases__MostInTenMinutes=1000000 Cases__MostLookupsInMinute=10000 Serilog__MinimumLevel__Default=Error "$@" dotnet CCHC.Portal.Web.dll >"$scratch/portal.log" 2>&1) &
  export portal_pid=$! PORTAL_PID=$!
  for _ in $(seq 600); do curl -fs -o /dev/null "http://127.0.0.1:$port/healthz" && return; sleep 0.1; done
  cat "$scratch/portal.log"
  return 1
}

end_portal() {
  [[ -z $portal_pid ]] || { kill "$portal_pid" 2>/dev/null || true; wait "$portal_pid" 2>/dev/null || true; }
  portal_pid=""
}

# A tool of npm's at this very version under $tools, unless it is there already.
bring() {
  [[ -d $tools/node_modules/$1 ]] || timeout 300 npm install --prefix "$tools" --no-audit --no-fund --loglevel=error "$1@$2" >/dev/null
}

leave_nothing() {
  end_portal
  stop_cluster || true
  rm -rf "$scratch"
}
