using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0034_SheetImports")]
public sealed class SheetImports : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("SheetImports", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PersonId = table.Ref(),
            Name = table.Text(),
            At = table.Instant(),
            Rows = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_SheetImports", import => import.Id));
        schema.CreateIndex("IX_SheetImports_SiteId_PersonId", "SheetImports", ["SiteId", "PersonId"]);
    }
}
