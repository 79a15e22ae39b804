using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0031_MailIn")]
public sealed class MailIn : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("MailLetters", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Key = table.Text(),
            Outcome = table.Text(),
            Why = table.Text(),
            SenderPrint = table.Bytes(),
            Box = table.Bytes(),
            At = table.Instant(),
            SettledAt = table.MaybeInstant(),
        }, constraints: table => table.PrimaryKey("PK_MailLetters", letter => letter.Id));
        schema.CreateIndex("IX_MailLetters_SiteId_Key", "MailLetters", ["SiteId", "Key"], unique: true);
        schema.CreateIndex("IX_MailLetters_SiteId_Outcome_At", "MailLetters", ["SiteId", "Outcome", "At"]);
    }
}
