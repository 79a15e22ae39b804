using CCHC.Portal.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Sealed.Schema;

[DbContext(typeof(SealedDb)), Migration("0003_LettersWithFiles")]
public sealed class LettersWithFiles : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<Guid>("NoteId", "SealedFiles", nullable: true);
        schema.AddColumn<Guid>("ProposedBy", "SealedPurges", nullable: true);
        schema.CreateTable("SealedPurgeProposals", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            At = table.Instant(),
            PersonId = table.Ref(),
            Why = table.Text(),
            Cases = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_SealedPurgeProposals", proposal => proposal.Id));
        schema.CreateIndex("IX_SealedPurgeProposals_SiteId_At", "SealedPurgeProposals", ["SiteId", "At"]);
    }
}
