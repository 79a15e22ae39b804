#!/usr/bin/env bash
# Measures feedback: submissions with durable commit beside the disk's own flushes, the officers' queue with 100,000 cases, tracking, texts classified.
# bash tests/bench/feedback.sh [cases] [lite|post|classify …]; without parts all of them, about five minutes.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
source tests/common.sh
cases=${1:-100000}
parts=" ${*:2} "
[[ $parts != "  " ]] || parts=" lite post classify "
scratch=$(mktemp -d)
trap leave_nothing EXIT

missing=()
command -v sqlite3 >/dev/null || missing+=(sqlite3)
[[ -n $(postgres_bin) ]] || missing+=(postgresql)
install_packages "${missing[@]}" >/dev/null

echo "Publishing …"
publish CCHC.Portal.Web app
[[ $parts != *" classify "* ]] || publish CCHC.Portal.Cli cli

# One case copied many times with its clocks and first events, over units, states and days. $1: how this engine makes a day, $2: a moment, $3: keys of its own.
copies() {
  local table list select column from
  for table in Feedback CaseClocks CaseEvents; do
    list="" select=""
    for column in $(columns $table); do
      list+="${list:+, }\"$column\""
      case $table.$column in
        Feedback.Id | *.FeedbackId) column="n.id" ;;
        CaseClocks.Id | CaseEvents.Id) column=$3 ;;
        Feedback.ReferenceCode) column="'PB-' || n.i" ;;
        Feedback.IdempotencyKey) column="'sao-' || n.i" ;;
        Feedback.State) column="case when n.i % 20 = 0 then 'InTriage' when n.i % 20 < 4 then 'Assigned' when n.i % 20 = 4 then 'Waiting' else 'Answered' end" ;;
        Feedback.UnitId) column="case when n.i % 20 = 0 then null else (select \"Id\" from \"Units\" where \"Code\" = case n.i % 4 when 0 then 'KT' when 1 then 'VP' when 2 then 'VHXH' else 'TTPVHCC' end) end" ;;
        Feedback.DueAt | CaseClocks.DueAt) column=$1 ;;
        Feedback.ReceivedAt | Feedback.ChangedAt) column=$2 ;;
        *) column="one.\"$column\"" ;;
      esac
      select+="${select:+, }$column"
    done
    from="\"Feedback\" where \"ReferenceCode\" = '$pattern'"
    [[ $table == Feedback ]] || from="\"$table\" where \"FeedbackId\" = (select \"Id\" from \"Feedback\" where \"ReferenceCode\" = '$pattern')"
    echo "insert into \"$table\" ($list) select $select from counted n, (select * from $from) one;"
  done
}

any="select \"ReferenceCode\" from \"Feedback\" where \"State\" = 'Assigned' and \"OfficerId\" is not null and \"DueAt\" is not null limit 1"

if [[ $parts == *" lite "* ]]; then
echo; echo "SQLite"
begin_portal Storage__Folder="$scratch/lite"
timeout 300 node tests/bench/feedback.mjs "http://127.0.0.1:$port" "$scratch/lite" send
end_portal
lite() { sqlite3 "$scratch/lite/portal.db" "$@"; }
columns() { lite "select name from pragma_table_info('$1')"; }
pattern=$(lite "$any")
{
  echo "create temp table counted as with recursive c(i) as (select 1 union all select i + 1 from c where i < $cases)
    select i, upper(printf('%08x', i) || '-0000-7000-8000-' || hex(randomblob(6))) id from c;"
  copies "date('2026-11-20', printf('%+d days', n.i % 40 - 10))" "strftime('%Y-%m-%d %H:%M:%f', '2026-11-20', '-' || (n.i % 40000) || ' minutes')" "upper(hex(randomblob(4)) || '-0000-7000-8000-' || hex(randomblob(6)))"
  echo "analyze;"
} >"$scratch/lite.sql"
lite <"$scratch/lite.sql"
echo "  $(lite 'select count(*) from "Feedback"') cases"
begin_portal Storage__Folder="$scratch/lite"
timeout 300 node tests/bench/feedback.mjs "http://127.0.0.1:$port" "$scratch/lite" queue files track
end_portal

fi
if [[ $parts == *" post "* ]]; then
echo; echo "PostgreSQL"
start_cluster "$scratch"
server="Host=127.0.0.1;Port=$postgres_port;Username=portal"
begin_portal Storage__Engine=PostgreSql Storage__Connection="$server" Storage__Folder="$scratch/post"
timeout 300 node tests/bench/feedback.mjs "http://127.0.0.1:$port" "$scratch/post" send
end_portal
base=$(psql -h 127.0.0.1 -p "$postgres_port" -U portal -d postgres -qtAc "select datname from pg_database where datname like '%portal%' order by length(datname) limit 1")
post() { psql -h 127.0.0.1 -p "$postgres_port" -U portal -d "$base" -v ON_ERROR_STOP=1 -qtA "$@"; }
columns() { post -c "select column_name from information_schema.columns where table_schema = 'public' and table_name = '$1'"; }
pattern=$(post -c "$any")
{
  echo "create temp table counted as select i, gen_random_uuid() id from generate_series(1, $cases) i;"
  copies "date '2026-11-20' + (n.i % 40 - 10)" "timestamptz '2026-11-20' - (n.i % 40000) * interval '1 minute'" "gen_random_uuid()"
  echo "vacuum analyze;"
} | post >/dev/null
echo "  $(post -c 'select count(*) from "Feedback"') cases"
begin_portal Storage__Engine=PostgreSql Storage__Connection="$server" Storage__Folder="$scratch/post"
timeout 300 node tests/bench/feedback.mjs "http://127.0.0.1:$port" "$scratch/post" queue files track
end_portal

fi
if [[ $parts == *" classify "* ]]; then
echo; echo "Classify, one core"
for _ in $(seq 20); do cat tests/bench/classify/texts.jsonl; done >"$scratch/texts.jsonl"
count=$(wc -l <"$scratch/texts.jsonl")
from=$(date +%s%3N)
timeout 300 taskset -c 0 dotnet "$scratch/cli/portal.dll" classify --in "$scratch/texts.jsonl" --out "$scratch/out.jsonl"
took=$(($(date +%s%3N) - from))
echo "  $count texts in $took ms: $((count * 1000 / took)) texts/s with the start of the program"
fi
printf '\nload of the machine: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"
