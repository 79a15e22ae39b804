using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0038_SearchWords")]
public sealed class SearchWords : Migration
{
    protected override void Up(MigrationBuilder schema) => schema.CreateTable("WordGroups", table => new
    {
        Id = table.Key(),
        SiteId = table.Ref(),
        Text = table.Text(),
        OnlyAsks = table.Yes(),
        ChangedAt = table.Instant(),
        ChangedBy = table.MaybeRef(),
        Version = table.Number(),
    }, constraints: table => table.PrimaryKey("PK_WordGroups", group => group.Id));
}
