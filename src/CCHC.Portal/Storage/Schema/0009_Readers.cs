using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0009_Readers")]
public sealed class Readers : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("UsefulVotes", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            IsUseful = table.Yes(),
            Device = table.Text(),
            On = table.Day(),
            Page_Culture = table.Text(),
            Page_ItemId = table.MaybeRef(),
            Page_Key = table.Text(),
            Page_Number = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_UsefulVotes", vote => vote.Id));
        schema.CreateIndex("IX_UsefulVotes_SiteId_Device", "UsefulVotes", ["SiteId", "Device"], unique: true);

        schema.CreateTable("MistakeReports", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Kind = table.Text(),
            Text = table.Text(),
            Device = table.Text(),
            At = table.Instant(),
            State = table.Text(),
            Answer = table.MaybeText(),
            SettledBy = table.MaybeRef(),
            SettledAt = table.MaybeInstant(),
            Page_Culture = table.Text(),
            Page_ItemId = table.MaybeRef(),
            Page_Key = table.Text(),
            Page_Number = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_MistakeReports", report => report.Id));
        schema.CreateIndex("IX_MistakeReports_SiteId_Device", "MistakeReports", ["SiteId", "Device"], unique: true);
        schema.CreateIndex("IX_MistakeReports_SiteId_State_At", "MistakeReports", ["SiteId", "State", "At"]);

        schema.CreateTable("ViewCounts", table => new
        {
            SiteId = table.Ref(),
            Day = table.Day(),
            Page = table.Text(),
            Culture = table.Text(),
            ItemId = table.MaybeRef(),
            Views = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_ViewCounts", count => new { count.SiteId, count.Day, count.Page, count.Culture }));
        schema.CreateIndex("IX_ViewCounts_SiteId_ItemId_Day", "ViewCounts", ["SiteId", "ItemId", "Day"]);

        schema.CreateTable("ItemChecks", table => new { Id = table.Key(), SiteId = table.Ref(), ItemId = table.Ref(), At = table.Instant(), PersonId = table.Ref(), Note = table.Text() },
            constraints: table => table.PrimaryKey("PK_ItemChecks", check => check.Id));
        schema.CreateIndex("IX_ItemChecks_ItemId", "ItemChecks", "ItemId");

        schema.CreateTable("Notices", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Kind = table.Text(),
            Severity = table.Text(),
            Text = table.Text(),
            TextEn = table.Text(),
            Link = table.Text(),
            From = table.Instant(),
            Until = table.Instant(),
            WorkFrom = table.MaybeInstant(),
            Reason = table.Text(),
            PostedAt = table.Instant(),
            PostedBy = table.MaybeRef(),
            EndedAt = table.MaybeInstant(),
            EndedBy = table.MaybeRef(),
            SeedHash = table.MaybeText(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_Notices", notice => notice.Id));
        schema.CreateIndex("IX_Notices_SiteId_Until", "Notices", ["SiteId", "Until"]);
    }
}
