using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0065_Obstacles")]
public sealed class ObstaclesTable : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("Obstacles", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            UnitId = table.Ref(),
            Task = table.Text(),
            Text = table.Text(),
            By = table.Ref(),
            At = table.Instant(),
            Due = table.Day(),
            Answer = table.Text(),
            AnsweredBy = table.MaybeRef(),
            AnsweredAt = table.MaybeInstant(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_Obstacles", obstacle => obstacle.Id));
        schema.CreateIndex("IX_Obstacles_SiteId_UnitId_At", "Obstacles", ["SiteId", "UnitId", "At"]);
    }
}
