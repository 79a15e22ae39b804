using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0029_Queues")]
public sealed class Queues : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateIndex("IX_Feedback_Queues", "Feedback", ["SiteId", "State", "MergedIntoId", "UnitId", "OfficerId", "DueAt", "PausedOn", "IsBarred", "ReceivedAt", "Id"]);
        schema.CreateIndex("IX_Feedback_Newest", "Feedback", ["SiteId", "ReceivedAt", "UnitId", "IsBarred", "State", "Id"]);
    }
}
