using CCHC.Portal.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Sealed.Schema;

[DbContext(typeof(SealedDb)), Migration("0002_Mailbox")]
public sealed class Mailbox : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        foreach (var column in new[] { "SecretHash", "WrappedKey", "AboutBox", "HoldBox" })
        {
            schema.AddColumn<byte[]>(column, "SealedCases", nullable: false, defaultValue: Array.Empty<byte>());
        }
        schema.AddColumn<DateTime>("HeldAt", "SealedCases", nullable: true);
        schema.AddColumn<Guid>("HeldBy", "SealedCases", nullable: true);
        schema.CreateIndex("IX_SealedCases_SiteId_ReferenceCode", "SealedCases", ["SiteId", "ReferenceCode"]);
        schema.AddColumn<int>("Number", "SealedAccesses", nullable: false, defaultValue: 0);
        schema.AddColumn<byte[]>("Print", "SealedAccesses", nullable: false, defaultValue: Array.Empty<byte>());
        // Lines written before there were numbers get theirs by their place.
        schema.Sql("UPDATE \"SealedAccesses\" SET \"Number\" = (SELECT COUNT(*) FROM \"SealedAccesses\" AS b WHERE b.\"CaseId\" = \"SealedAccesses\".\"CaseId\" AND b.\"Id\" <= \"SealedAccesses\".\"Id\")");
        schema.CreateIndex("IX_SealedAccesses_CaseId_Number", "SealedAccesses", ["CaseId", "Number"], unique: true);

        schema.CreateTable("SealedNotes", table => new
        {
            Id = table.Key(),
            CaseId = table.Ref(),
            Kind = table.Text(),
            PersonId = table.MaybeRef(),
            At = table.Instant(),
            Box = table.Bytes(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_SealedNotes", note => note.Id);
            table.ForeignKey("FK_SealedNotes_SealedCases_CaseId", note => note.CaseId, "SealedCases", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_SealedNotes_CaseId", "SealedNotes", "CaseId");

        schema.CreateTable("SealedPurges", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            At = table.Instant(),
            PersonId = table.Ref(),
            Count = table.Number(),
            Why = table.Text(),
            Print = table.Bytes(),
        }, constraints: table => table.PrimaryKey("PK_SealedPurges", purge => purge.Id));
        schema.CreateIndex("IX_SealedPurges_SiteId_At", "SealedPurges", ["SiteId", "At"]);
    }
}
