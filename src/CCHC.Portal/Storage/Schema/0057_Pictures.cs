using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0057_Pictures")]
public sealed class Pictures : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("Side", "Attachments", nullable: false, defaultValue: "Sender");
        schema.CreateTable("CoveredPictures", table => new { Id = table.Key(), SiteId = table.Ref(), FeedbackId = table.Ref(), AttachmentId = table.Ref(), StoreKey = table.Text(), Name = table.Text(), At = table.Instant(), PersonId = table.Ref() },
            constraints: table => table.PrimaryKey("PK_CoveredPictures", picture => picture.Id));
        schema.CreateIndex("IX_CoveredPictures_FeedbackId", "CoveredPictures", "FeedbackId");
        schema.CreateIndex("IX_CoveredPictures_StoreKey", "CoveredPictures", "StoreKey");
        schema.CreateTable("PublicPictures", table => new { Id = table.Key(), SiteId = table.Ref(), AnswerId = table.Ref(), FeedbackId = table.Ref(), AttachmentId = table.Ref(), Alt = table.Text() },
            constraints: table => table.PrimaryKey("PK_PublicPictures", picture => picture.Id));
        schema.CreateIndex("IX_PublicPictures_AnswerId", "PublicPictures", "AnswerId");
        schema.CreateIndex("IX_PublicPictures_FeedbackId", "PublicPictures", "FeedbackId");
    }
}
