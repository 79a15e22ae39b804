using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0069_BulkMacros")]
public sealed class BulkMacros : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("BulkMacros", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PersonId = table.Ref(),
            Name = table.Text(),
            What = table.Text(),
            OfficerId = table.MaybeRef(),
            UnitCode = table.Text(),
            Text = table.Text(),
            SavedAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_BulkMacros", macro => macro.Id));
        schema.CreateIndex("IX_BulkMacros_PersonId_Name", "BulkMacros", ["PersonId", "Name"], unique: true);
    }
}
