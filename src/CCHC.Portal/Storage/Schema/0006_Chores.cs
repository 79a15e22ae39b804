using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0006_Chores")]
public sealed class Chores : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("Chores", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Kind = table.Text(),
            Subject = table.Text(),
            CreatedAt = table.Instant(),
            NextTryAt = table.Instant(),
            Tries = table.Number(),
            LeaseToken = table.MaybeRef(),
            LeasedUntil = table.MaybeInstant(),
            Progress = table.Number(),
            Word = table.Text(),
            Error = table.MaybeText(),
            DoneAt = table.MaybeInstant(),
            GivenUpAt = table.MaybeInstant(),
        }, constraints: table => table.PrimaryKey("PK_Chores", chore => chore.Id));
        schema.CreateIndex("IX_Chores_DoneAt_GivenUpAt_NextTryAt", "Chores", ["DoneAt", "GivenUpAt", "NextTryAt"]);
        schema.CreateIndex("IX_Chores_SiteId_Subject", "Chores", ["SiteId", "Subject"]);
    }
}
