using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0003_Content")]
public sealed class Content : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("ContentItems", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Type = table.Text(),
            Key = table.Text(),
            OwnerUnit = table.MaybeText(),
            CheckedOn = table.MaybeDay(),
            CreatedAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_ContentItems", item => item.Id));
        schema.CreateIndex("IX_ContentItems_SiteId_Type_Key", "ContentItems", ["SiteId", "Type", "Key"], unique: true);

        schema.CreateTable("Editions", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            ItemId = table.Ref(),
            Type = table.Text(),
            Culture = table.Text(),
            Number = table.Number(),
            State = table.Text(),
            Title = table.Text(),
            Summary = table.Text(),
            Slug = table.Text(),
            BodyJson = table.Text(),
            SeedHash = table.MaybeText(),
            AuthorId = table.MaybeRef(),
            ApproverId = table.MaybeRef(),
            ReviewNote = table.MaybeText(),
            ChangedAt = table.Instant(),
            PublishAt = table.MaybeInstant(),
            PublishedAt = table.MaybeInstant(),
            WithdrawnAt = table.MaybeInstant(),
            WithdrawReason = table.MaybeText(),
            Version = table.Number(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Editions", edition => edition.Id);
            table.ForeignKey("FK_Editions_ContentItems_ItemId", edition => edition.ItemId, "ContentItems", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_Editions_ItemId_Culture_Number", "Editions", ["ItemId", "Culture", "Number"], unique: true);
        schema.CreateIndex("IX_Editions_Live", "Editions", ["ItemId", "Culture"], unique: true, filter: "\"State\" = 'Published'");
        schema.CreateIndex("IX_Editions_Address", "Editions", ["SiteId", "Type", "Culture", "Slug"], unique: true, filter: "\"State\" = 'Published'");
        schema.CreateIndex("IX_Editions_SiteId_State_Type_PublishedAt", "Editions", ["SiteId", "State", "Type", "PublishedAt"]);

        schema.CreateTable("EditionTopics", table => new { EditionId = table.Ref(), Topic = table.Text(), SiteId = table.Ref() },
            constraints: table =>
            {
                table.PrimaryKey("PK_EditionTopics", topic => new { topic.EditionId, topic.Topic });
                table.ForeignKey("FK_EditionTopics_Editions_EditionId", topic => topic.EditionId, "Editions", "Id", onDelete: ReferentialAction.Cascade);
            });
        schema.CreateIndex("IX_EditionTopics_SiteId_Topic", "EditionTopics", ["SiteId", "Topic"]);

        schema.CreateTable("Revisions", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            EditionId = table.Ref(),
            At = table.Instant(),
            PersonId = table.MaybeRef(),
            Title = table.Text(),
            Summary = table.Text(),
            BodyJson = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_Revisions", revision => revision.Id));
        schema.CreateIndex("IX_Revisions_EditionId", "Revisions", "EditionId");

        schema.CreateTable("MediaFiles", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Name = table.Text(),
            Alt = table.Text(),
            AltEn = table.Text(),
            Caption = table.Text(),
            Credit = table.Text(),
            IsIllustration = table.Yes(),
            ContentType = table.Text(),
            Size = table.Long(),
            Width = table.MaybeNumber(),
            Height = table.MaybeNumber(),
            Sha256 = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_MediaFiles", file => file.Id));
        schema.CreateIndex("IX_MediaFiles_SiteId_Name", "MediaFiles", ["SiteId", "Name"], unique: true);

        schema.CreateTable("IndexChanges", table => new { Sequence = table.Counter<long>(), SiteId = table.Ref(), Source = table.Text(), Key = table.Text(), At = table.Instant() },
            constraints: table => table.PrimaryKey("PK_IndexChanges", change => change.Sequence));
    }
}
