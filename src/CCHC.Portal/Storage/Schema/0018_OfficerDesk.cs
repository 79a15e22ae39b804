using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0018_OfficerDesk")]
public sealed class OfficerDesk : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<Guid>("ToPersonId", "CaseEvents", nullable: true);
        schema.AddColumn<Guid>("EnteredBy", "Feedback", nullable: true);
        schema.AddColumn<Guid>("MergedIntoId", "Feedback", nullable: true);
        schema.CreateIndex("IX_Feedback_MergedIntoId", "Feedback", "MergedIntoId");
    }
}
