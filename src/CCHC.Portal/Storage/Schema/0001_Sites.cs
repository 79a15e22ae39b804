using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0001_Sites")]
public sealed class Sites : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("Sites", table => new { Id = table.Key(), Key = table.Text(), ProfileJson = table.Text() },
            constraints: table => table.PrimaryKey("PK_Sites", site => site.Id));
        schema.CreateIndex("IX_Sites_Key", "Sites", "Key", unique: true);

        schema.CreateTable("Units", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Code = table.Text(),
            Name = table.Text(),
            NameEn = table.Text(),
            Phone = table.Text(),
            Duties = table.Text(),
            Kind = table.Text(),
            ParentId = table.MaybeRef(),
        }, constraints: table => table.PrimaryKey("PK_Units", unit => unit.Id));
        schema.CreateIndex("IX_Units_SiteId_Code", "Units", ["SiteId", "Code"], unique: true);

        schema.CreateTable("CalendarDays", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Date = table.Day(),
            Kind = table.Text(),
            Name = table.Text(),
            Source = table.Text(),
            IsConfirmed = table.Yes(),
        }, constraints: table => table.PrimaryKey("PK_CalendarDays", day => day.Id));
        schema.CreateIndex("IX_CalendarDays_SiteId_Date", "CalendarDays", ["SiteId", "Date"], unique: true);

        schema.CreateTable("DataProtectionKeys", table => new { Id = table.Counter<int>(), FriendlyName = table.MaybeText(), Xml = table.MaybeText() },
            constraints: table => table.PrimaryKey("PK_DataProtectionKeys", key => key.Id));
    }
}
