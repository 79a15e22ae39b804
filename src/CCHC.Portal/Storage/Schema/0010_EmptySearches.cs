using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0010_EmptySearches")]
public sealed class EmptySearches : Migration
{
    protected override void Up(MigrationBuilder schema) =>
        schema.CreateTable("EmptySearches", table => new { SiteId = table.Ref(), Day = table.Day(), Words = table.Text(), Culture = table.Text(), Times = table.Number() },
            constraints: table => table.PrimaryKey("PK_EmptySearches", search => new { search.SiteId, search.Day, search.Words, search.Culture }));
}
