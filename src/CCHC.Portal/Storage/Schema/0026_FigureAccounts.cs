using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0026_FigureAccounts")]
public sealed class FigureAccounts : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("FigureAccounts", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            UnitId = table.Ref(),
            Period = table.Text(),
            LineJson = table.Text(),
            Remark = table.Text(),
            SignedBy = table.Ref(),
            SignedAt = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_FigureAccounts", account => account.Id));
        schema.CreateIndex("IX_FigureAccounts_SiteId_UnitId_Period", "FigureAccounts", ["SiteId", "UnitId", "Period"]);
    }
}
