using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0021_HistoryChain")]
public sealed class HistoryChain : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<int>("Number", "CaseEvents", nullable: true);
        schema.AddColumn<string>("Hash", "CaseEvents", nullable: true);
        schema.CreateIndex("IX_CaseEvents_FeedbackId_Number", "CaseEvents", ["FeedbackId", "Number"], unique: true);

        // What is in the chain is not rewritten, by whatever way a program comes.
        if (schema.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            schema.Sql("CREATE TRIGGER \"CaseEventsStay\" BEFORE UPDATE ON \"CaseEvents\" WHEN OLD.\"Hash\" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'A case event is never changed.'); END");
        }
        else
        {
            schema.Sql("CREATE FUNCTION case_events_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'A case event is never changed.'; END $$");
            schema.Sql("CREATE TRIGGER \"CaseEventsStay\" BEFORE UPDATE ON \"CaseEvents\" FOR EACH ROW WHEN (OLD.\"Hash\" IS NOT NULL) EXECUTE FUNCTION case_events_stay()");
        }
    }
}
