using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0012_Clocks")]
public sealed class Clocks : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<TimeOnly>("OpensAt", "CalendarDays", nullable: true);
        schema.AddColumn<TimeOnly>("ClosesAt", "CalendarDays", nullable: true);
        schema.AddColumn<bool>("IsByHand", "CalendarDays", nullable: false, defaultValue: false);
        schema.AddColumn<DateOnly>("PausedOn", "Feedback", nullable: true);

        schema.CreateTable("CaseClocks", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Kind = table.Text(),
            StartedAt = table.Instant(),
            Days = table.Number(),
            DueAt = table.Day(),
            StoppedAt = table.MaybeInstant(),
            PausesJson = table.Text(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CaseClocks", clock => clock.Id);
            table.ForeignKey("FK_CaseClocks_Feedback_FeedbackId", clock => clock.FeedbackId, "Feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_CaseClocks_FeedbackId", "CaseClocks", "FeedbackId");
        schema.CreateIndex("IX_CaseClocks_SiteId_StoppedAt_DueAt", "CaseClocks", ["SiteId", "StoppedAt", "DueAt"]);

        schema.CreateTable("CaseExtensions", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Days = table.Number(),
            Reason = table.Text(),
            AskedBy = table.Ref(),
            AskedAt = table.Instant(),
            OldDueAt = table.Day(),
            State = table.Text(),
            DecidedBy = table.MaybeRef(),
            DecidedAt = table.MaybeInstant(),
            NewDueAt = table.MaybeDay(),
            Note = table.Text(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_CaseExtensions", extension => extension.Id));
        schema.CreateIndex("IX_CaseExtensions_SiteId_State", "CaseExtensions", ["SiteId", "State"]);
        schema.CreateIndex("IX_CaseExtensions_FeedbackId", "CaseExtensions", "FeedbackId");

        schema.CreateTable("ReminderRules", table => new { Id = table.Key(), SiteId = table.Ref(), UnitCode = table.Text(), Clock = table.MaybeText(), Step = table.Number(), Post = table.Text() },
            constraints: table => table.PrimaryKey("PK_ReminderRules", rule => rule.Id));
        schema.CreateIndex("IX_ReminderRules_SiteId", "ReminderRules", "SiteId");

        schema.CreateTable("ClockReminders", table => new { Id = table.Key(), SiteId = table.Ref(), ClockId = table.Ref(), DueAt = table.Day(), Step = table.Number(), At = table.Instant() },
            constraints: table => table.PrimaryKey("PK_ClockReminders", reminder => reminder.Id));
        schema.CreateIndex("IX_ClockReminders_ClockId_DueAt_Step", "ClockReminders", ["ClockId", "DueAt", "Step"], unique: true);

        schema.CreateTable("ClockProofs", table => new { Id = table.Key(), SiteId = table.Ref(), Day = table.Day(), At = table.Instant(), Checked = table.Number(), Differences = table.Number(), LinesJson = table.Text() },
            constraints: table => table.PrimaryKey("PK_ClockProofs", proof => proof.Id));
        schema.CreateIndex("IX_ClockProofs_SiteId_Day", "ClockProofs", ["SiteId", "Day"], unique: true);
    }
}
