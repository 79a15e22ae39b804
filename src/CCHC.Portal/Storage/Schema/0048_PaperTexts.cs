using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0048_PaperTexts")]
public sealed class PaperTexts : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("PaperTexts", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Sha256 = table.Text(),
            Outcome = table.Text(),
            Pages = table.MaybeNumber(),
            PagesRead = table.MaybeNumber(),
            Text = table.Text(),
            ReadAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_PaperTexts", text => text.Id));
        schema.CreateIndex("IX_PaperTexts_SiteId_Sha256", "PaperTexts", ["SiteId", "Sha256"], unique: true);
    }
}
