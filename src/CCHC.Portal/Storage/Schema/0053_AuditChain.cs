using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0053_AuditChain")]
public sealed class AuditChained : Migration
{
    private static readonly string[] Standing = ["Id", "SiteId", "At", "PersonId", "What", "Detail"], Chain = ["Number", "SubjectPrint", "Hash"];

    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<long>("Number", "AuditEntries", nullable: true);
        schema.AddColumn<string>("SubjectPrint", "AuditEntries", nullable: true);
        schema.AddColumn<string>("Hash", "AuditEntries", nullable: true);
        schema.CreateIndex("IX_AuditEntries_SiteId_Number", "AuditEntries", ["SiteId", "Number"], unique: true);

        // An entry takes its place in the chain once, and what it was about may be left out; nothing else of it changes and none goes, by whatever way a program comes.
        var isSqlite = schema.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        string Same(IEnumerable<string> columns) => string.Join(" AND ", columns.Select(column => $"NEW.\"{column}\" {(isSqlite ? "IS" : "IS NOT DISTINCT FROM")} OLD.\"{column}\""));
        var may = $"{Same(Standing)} AND (({Same([.. Chain])} AND (NEW.\"Subject\" = '' OR {Same(["Subject"])})) OR (OLD.\"Number\" IS NULL AND NEW.\"Hash\" IS NOT NULL AND {Same(["Subject"])}))";
        if (isSqlite)
        {
            schema.Sql($"CREATE TRIGGER \"AuditEntriesStay\" BEFORE UPDATE ON \"AuditEntries\" WHEN NOT ({may}) BEGIN SELECT RAISE(ABORT, 'An audit entry is never changed.'); END");
            schema.Sql("CREATE TRIGGER \"AuditEntriesRemain\" BEFORE DELETE ON \"AuditEntries\" BEGIN SELECT RAISE(ABORT, 'An audit entry is never taken out.'); END");
        }
        else
        {
            schema.Sql("CREATE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'An audit entry is never changed or taken out.'; END $$");
            schema.Sql($"CREATE TRIGGER \"AuditEntriesStay\" BEFORE UPDATE ON \"AuditEntries\" FOR EACH ROW WHEN (NOT ({may})) EXECUTE FUNCTION audit_entries_stay()");
            schema.Sql("CREATE TRIGGER \"AuditEntriesRemain\" BEFORE DELETE ON \"AuditEntries\" FOR EACH ROW EXECUTE FUNCTION audit_entries_stay()");
        }
    }
}
