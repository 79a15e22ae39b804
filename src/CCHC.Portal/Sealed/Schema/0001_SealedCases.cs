using CCHC.Portal.Storage.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Sealed.Schema;

[DbContext(typeof(SealedDb)), Migration("0001_SealedCases")]
public sealed class SealedCases : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("SealedCases", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            ReferenceCode = table.Text(),
            IdempotencyKey = table.Text(),
            Box = table.Bytes(),
            ReceivedAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_SealedCases", sealedCase => sealedCase.Id));
        schema.CreateIndex("IX_SealedCases_SiteId_IdempotencyKey", "SealedCases", ["SiteId", "IdempotencyKey"], unique: true);

        schema.CreateTable("SealedFiles", table => new { Id = table.Key(), CaseId = table.Ref(), Box = table.Bytes() },
            constraints: table =>
            {
                table.PrimaryKey("PK_SealedFiles", file => file.Id);
                table.ForeignKey("FK_SealedFiles_SealedCases_CaseId", file => file.CaseId, "SealedCases", "Id", onDelete: ReferentialAction.Cascade);
            });
        schema.CreateIndex("IX_SealedFiles_CaseId", "SealedFiles", "CaseId");

        schema.CreateTable("SealedAccesses", table => new { Id = table.Key(), CaseId = table.Ref(), PersonId = table.Ref(), At = table.Instant(), What = table.Text() },
            constraints: table => table.PrimaryKey("PK_SealedAccesses", access => access.Id));
        schema.CreateIndex("IX_SealedAccesses_CaseId_At", "SealedAccesses", ["CaseId", "At"]);
    }
}
