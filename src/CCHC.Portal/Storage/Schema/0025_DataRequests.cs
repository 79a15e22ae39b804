using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0025_DataRequests")]
public sealed class DataRequestsTable : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("DataRequests", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Kind = table.Text(),
            Words = table.Text(),
            AskedAt = table.Instant(),
            AcknowledgeBy = table.Day(),
            DueOn = table.Day(),
            State = table.Text(),
            AcknowledgedAt = table.MaybeInstant(),
            DecidedBy = table.MaybeRef(),
            DecidedAt = table.MaybeInstant(),
            Note = table.Text(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_DataRequests", asked => asked.Id));
        schema.CreateIndex("IX_DataRequests_SiteId_State_DueOn", "DataRequests", ["SiteId", "State", "DueOn"]);
        schema.CreateIndex("IX_DataRequests_FeedbackId", "DataRequests", "FeedbackId");
    }
}
