using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0045_PinnedAnswers")]
public sealed class PinnedAnswers : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("PinnedAnswers", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Text = table.Text(),
            ItemId = table.Ref(),
            From = table.MaybeDay(),
            Until = table.MaybeDay(),
            ChangedAt = table.Instant(),
            ChangedBy = table.MaybeRef(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_PinnedAnswers", pin => pin.Id));
        schema.AddColumn<int>("Answered", "EmptySearches", nullable: false, defaultValue: 0);
    }
}
