#!/usr/bin/env bash
# Measures the editors' side: a list of 100,000 texts on SQLite and PostgreSQL, from publishing to visible, the weight of the edit page.
# bash tests/bench/desk.sh [texts]; about three minutes.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
source tests/common.sh
texts=${1:-100000}
scratch=$(mktemp -d)
trap leave_nothing EXIT

missing=()
command -v sqlite3 >/dev/null || missing+=(sqlite3)
[[ -n $(postgres_bin) ]] || missing+=(postgresql)
install_packages "${missing[@]}" >/dev/null

echo "Publishing …"
publish CCHC.Portal.Web app

# One live text copied many times, with other names, days and states. $1 and $2 are its columns, $3 how this engine counts and makes keys.
many() {
  local copy
  copy() { # table columns: every column as it is, but for those a copy must have of its own
    local list="" select="" column
    for column in ${2//,/ }; do
      list+="${list:+, }\"$column\""
      case $column in
        Id) column="n.id" ;;
        ItemId) column="n.id" ;;
        Key | Slug) column="'bai-so-' || n.i" ;;
        Title) column="'Bài thử số ' || n.i || ' về đường đèo và bến phà'" ;;
        TitleFolded) column="'bai thu so ' || n.i || ' ve duong deo va ben pha'" ;;
        State) column="case n.i % 20 when 0 then 'Draft' when 1 then 'InReview' else 'Published' end" ;;
        ChangedAt) column=$4 ;;
        *) column="one.\"$column\"" ;;
      esac
      select+="${select:+, }$column"
    done
    echo "insert into \"$1\" ($list) select $select from $3 n, (select * from \"$1\" where $5 limit 1) one;"
  }
  copy ContentItems "$1" "$3" "$4" "\"Type\" = 'article'"
  copy Editions "$2" "$3" "$4" "\"Type\" = 'article' and \"Culture\" = 'vi' and \"State\" = 'Published'"
}

echo; echo "SQLite, $texts texts"
begin_portal Storage__Folder="$scratch/lite"
end_portal
lite() { sqlite3 "$scratch/lite/portal.db" "$@"; }
columns() { lite "select group_concat(name, ',') from pragma_table_info('$1')"; }
{
  echo "create temp table counted as with recursive c(i) as (select 1 union all select i + 1 from c where i < $texts)
    select i, upper(printf('%08x', i) || '-0000-7000-8000-' || hex(randomblob(6))) id from c;"
  many "$(columns ContentItems)" "$(columns Editions)" counted "strftime('%Y-%m-%d %H:%M:%f', '2026-11-01', '-' || n.i || ' minutes')"
  echo "analyze;"
} >"$scratch/lite.sql"
lite <"$scratch/lite.sql"
begin_portal Storage__Folder="$scratch/lite"
timeout 300 node tests/bench/desk.mjs "http://127.0.0.1:$port" all
end_portal

echo; echo "PostgreSQL, $texts texts"
start_cluster "$scratch"
server="Host=127.0.0.1;Port=$postgres_port;Username=portal"
begin_portal Storage__Engine=PostgreSql Storage__Connection="$server" Storage__Folder="$scratch/post"
end_portal
post() { psql -h 127.0.0.1 -p "$postgres_port" -U portal -d "$base" -qtA "$@"; }
base=$(psql -h 127.0.0.1 -p "$postgres_port" -U portal -d postgres -qtAc "select datname from pg_database where datname like '%portal%' order by length(datname) limit 1")
columns() { post -c "select string_agg(column_name, ',') from information_schema.columns where table_schema = 'public' and table_name = '$1'"; }
{
  echo "create temp table counted as select i, gen_random_uuid() id from generate_series(1, $texts) i;"
  many "$(columns ContentItems)" "$(columns Editions)" counted "timestamptz '2026-11-01' - n.i * interval '1 minute'"
  echo "vacuum analyze;"
} | post >/dev/null
begin_portal Storage__Engine=PostgreSql Storage__Connection="$server" Storage__Folder="$scratch/post"
timeout 300 node tests/bench/desk.mjs "http://127.0.0.1:$port" list
end_portal
printf '\nload of the machine: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
