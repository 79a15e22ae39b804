using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.House;

/// <summary>
/// What a database is made of, a line each, read from the engine itself: tables, columns, keys and indexes. Not the defaults:
/// a column added later needs one for the rows that were there, and EF always writes every column of the rows to come.
/// </summary>
public static partial class Schema
{
    private const string Lite = """
        select 'column ' || t.name || '.' || c.name || ' ' || c.type || case when c."notnull" then ' not null' else ' null' end || ' pk' || c.pk
          from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table'
        union all
        select 'index ' || t.name || ' ' || i.name || case when i."unique" then ' unique' else '' end || ' (' ||
               (select group_concat(k.name, ', ') from (select name from pragma_index_info(i.name) order by seqno) k) || ')' ||
               coalesce(' ' || substr(s.sql, instr(s.sql, ' WHERE ')), '')
          from sqlite_schema t, pragma_index_list(t.name) i left join sqlite_schema s on s.name = i.name and instr(s.sql, ' WHERE ') > 0 where t.type = 'table' and i.origin = 'c'
        union all
        select 'foreign key ' || t.name || '.' || f."from" || ' to ' || f."table" || '.' || coalesce(f."to", 'Id') || ' on delete ' || f.on_delete
          from sqlite_schema t, pragma_foreign_key_list(t.name) f where t.type = 'table'
        """;

    private const string Postgres = """
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || case is_nullable when 'NO' then ' not null' else ' null' end || ' identity ' || is_identity
          from information_schema.columns where table_schema = 'public'
        union all
        select 'index ' || tablename || ' ' || indexdef from pg_indexes where schemaname = 'public'
        union all
        select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u')
        """;

    public static async Task<IReadOnlyList<string>> Of(DbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlite() ? Lite : Postgres;
        return [.. (await Lines(command)).Where(line => !Bookkeeping().IsMatch(line)).Select(Tidy).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> Lines(DbCommand command)
    {
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }
        return lines;
    }

    private static string Tidy(string line) => Blanks().Replace(line, " ").Trim();

    // EF's own: which migrations ran, and who is migrating.
    [GeneratedRegex("SchemaHistory|__EFMigrations|sqlite_")]
    private static partial Regex Bookkeeping();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
