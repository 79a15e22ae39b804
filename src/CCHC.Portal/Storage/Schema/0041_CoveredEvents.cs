using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0041_CoveredEvents")]
public sealed class CoveredEvents : Migration
{
    private static readonly string[] Standing = ["Id", "SiteId", "FeedbackId", "Kind", "At", "IsPublic", "PersonId", "FromUnitId", "ToUnitId", "ToPersonId", "Number", "Hash"];

    protected override void Up(MigrationBuilder schema)
    {
        var isSqlite = schema.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        schema.AddColumn<byte[]>("Original", "CaseEvents", nullable: true);

        // Words of an event may be covered when what stood there is kept; nothing else of it changes, by whatever way a program comes.
        var same = isSqlite ? "IS" : "IS NOT DISTINCT FROM";
        var isCovering = string.Join(" AND ", Standing.Select(column => $"NEW.\"{column}\" {same} OLD.\"{column}\"")
            .Concat(["NEW.\"Original\" IS NOT NULL", "(OLD.\"Original\" IS NULL OR NEW.\"Original\" = OLD.\"Original\")"]));
        if (isSqlite)
        {
            schema.Sql("DROP TRIGGER \"CaseEventsStay\"");
            schema.Sql($"CREATE TRIGGER \"CaseEventsStay\" BEFORE UPDATE ON \"CaseEvents\" WHEN OLD.\"Hash\" IS NOT NULL AND NOT ({isCovering}) BEGIN SELECT RAISE(ABORT, 'A case event is never changed.'); END");
        }
        else
        {
            schema.Sql("DROP TRIGGER \"CaseEventsStay\" ON \"CaseEvents\"");
            schema.Sql($"CREATE TRIGGER \"CaseEventsStay\" BEFORE UPDATE ON \"CaseEvents\" FOR EACH ROW WHEN (OLD.\"Hash\" IS NOT NULL AND NOT ({isCovering})) EXECUTE FUNCTION case_events_stay()");
        }
    }
}
