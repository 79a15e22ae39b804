using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0058_ObstaclesAndIncidents")]
public sealed class ObstaclesAndIncidents : Migration
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
            Due = table.MaybeDay(),
            At = table.Instant(),
            By = table.Ref(),
            Reply = table.Text(),
            RepliedBy = table.MaybeRef(),
            RepliedAt = table.MaybeInstant(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_Obstacles", obstacle => obstacle.Id));
        schema.CreateIndex("IX_Obstacles_SiteId_UnitId_At", "Obstacles", ["SiteId", "UnitId", "At"]);
        schema.CreateTable("Incidents", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FoundAt = table.Instant(),
            What = table.Text(),
            Data = table.Text(),
            Measures = table.Text(),
            AuthorityToldAt = table.MaybeInstant(),
            AuthorityNote = table.Text(),
            PeopleToldAt = table.MaybeInstant(),
            PeopleNote = table.Text(),
            ClosedAt = table.MaybeInstant(),
            ClosedBy = table.MaybeRef(),
            By = table.Ref(),
            At = table.Instant(),
            Reminded = table.Number(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_Incidents", incident => incident.Id));
        schema.CreateIndex("IX_Incidents_SiteId_ClosedAt", "Incidents", ["SiteId", "ClosedAt"]);
        schema.AddColumn<DateOnly>("SentOn", "FigureAccounts", nullable: true);
        schema.AddColumn<string>("SentNumber", "FigureAccounts", nullable: false, defaultValue: "");
        schema.AddColumn<string>("SentTo", "FigureAccounts", nullable: false, defaultValue: "");
        schema.AddColumn<Guid>("SentBy", "FigureAccounts", nullable: true);
    }
}
