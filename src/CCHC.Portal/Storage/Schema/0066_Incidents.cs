using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0066_Incidents")]
public sealed class IncidentsTable : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("Incidents", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            DiscoveredAt = table.Instant(),
            What = table.Text(),
            Touched = table.Text(),
            RecordedBy = table.Ref(),
            RecordedAt = table.Instant(),
            AuthorityToldAt = table.MaybeInstant(),
            AuthorityNote = table.Text(),
            WaivedAt = table.MaybeInstant(),
            PeopleToldAt = table.MaybeInstant(),
            PeopleNote = table.Text(),
            ClosedAt = table.MaybeInstant(),
            ClosedBy = table.MaybeRef(),
            Outcome = table.Text(),
            Reminded = table.Number(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_Incidents", incident => incident.Id));
        schema.CreateIndex("IX_Incidents_SiteId_DiscoveredAt", "Incidents", ["SiteId", "DiscoveredAt"]);
    }
}
