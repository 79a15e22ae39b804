using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0007_MediaLibrary")]
public sealed class MediaLibrary : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("MediaNames", "Editions", nullable: true);   // null: not looked through yet

        foreach (var text in new[] { "Title", "OriginalName", "Tags", "RightsHolder", "Licence", "ConsentNote", "Made" })
        {
            schema.AddColumn<string>(text, "MediaFiles", nullable: false, defaultValue: "");
        }
        schema.AddColumn<string>("Folder", "MediaFiles", nullable: false, defaultValue: "chung");
        schema.AddColumn<string>("Kind", "MediaFiles", nullable: false, defaultValue: "Image");
        schema.AddColumn<string>("Consent", "MediaFiles", nullable: false, defaultValue: "NotAsked");
        schema.AddColumn<string>("State", "MediaFiles", nullable: false, defaultValue: "Active");
        schema.AddColumn<DateOnly>("ConsentUntil", "MediaFiles", nullable: true);
        schema.AddColumn<DateOnly>("ExpiresOn", "MediaFiles", nullable: true);
        schema.AddColumn<int>("FocusX", "MediaFiles", nullable: false, defaultValue: 500);
        schema.AddColumn<int>("FocusY", "MediaFiles", nullable: false, defaultValue: 500);
        schema.AddColumn<int>("Seconds", "MediaFiles", nullable: true);
        schema.AddColumn<bool>("ServesMaster", "MediaFiles", nullable: false, defaultValue: true);
        schema.AddColumn<Guid>("UploaderId", "MediaFiles", nullable: true);
        schema.AddColumn<DateTime>("UploadedAt", "MediaFiles", nullable: true);
        schema.AddColumn<DateTime>("StateSince", "MediaFiles", nullable: true);
        schema.AddColumn<int>("Version", "MediaFiles", nullable: false, defaultValue: 0);
        schema.Sql("UPDATE \"MediaFiles\" SET \"Kind\" = 'Video' WHERE \"ContentType\" LIKE 'video/%'");
        schema.Sql("UPDATE \"MediaFiles\" SET \"Kind\" = 'Audio' WHERE \"ContentType\" LIKE 'audio/%'");
        schema.Sql("UPDATE \"MediaFiles\" SET \"Kind\" = 'Document' WHERE \"ContentType\" = 'application/pdf'");
        schema.Sql("UPDATE \"MediaFiles\" SET \"Kind\" = 'Captions' WHERE \"ContentType\" LIKE 'text/vtt%'");

        schema.CreateTable("MediaUploads", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PersonId = table.Ref(),
            Name = table.Text(),
            Folder = table.Text(),
            Length = table.Long(),
            CreatedAt = table.Instant(),
            ExpiresAt = table.Instant(),
            FileId = table.MaybeRef(),
            Problem = table.MaybeText(),
        }, constraints: table => table.PrimaryKey("PK_MediaUploads", upload => upload.Id));
        schema.CreateIndex("IX_MediaUploads_SiteId_PersonId", "MediaUploads", ["SiteId", "PersonId"]);
    }
}
