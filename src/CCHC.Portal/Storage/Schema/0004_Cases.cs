using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0004_Cases")]
public sealed class Cases : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("Feedback", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            ReferenceCode = table.Text(),
            SecretHash = table.Bytes(),
            IdempotencyKey = table.Text(),
            Kind = table.Text(),
            Field = table.Text(),
            Message = table.Text(),
            Place = table.Text(),
            HappenedOn = table.MaybeDay(),
            SubmitterBox = table.MaybeBytes(),
            IdentityWithheld = table.Yes(),
            WantsMail = table.Yes(),
            MayPublish = table.Yes(),
            Culture = table.Text(),
            Channel = table.Text(),
            NeedsHumanCheck = table.Yes(),
            ReceivedAt = table.Instant(),
            DueAt = table.MaybeDay(),
            State = table.Text(),
            UnitId = table.MaybeRef(),
            OfficerId = table.MaybeRef(),
            AnsweredAt = table.MaybeInstant(),
            ChangedAt = table.Instant(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_Feedback", feedback => feedback.Id));
        schema.CreateIndex("IX_Feedback_SiteId_ReferenceCode", "Feedback", ["SiteId", "ReferenceCode"], unique: true);
        schema.CreateIndex("IX_Feedback_SiteId_IdempotencyKey", "Feedback", ["SiteId", "IdempotencyKey"], unique: true);
        schema.CreateIndex("IX_Feedback_SiteId_UnitId_State_DueAt", "Feedback", ["SiteId", "UnitId", "State", "DueAt"]);

        schema.CreateTable("CaseEvents", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Kind = table.Text(),
            At = table.Instant(),
            IsPublic = table.Yes(),
            Text = table.Text(),
            PersonId = table.MaybeRef(),
            FromUnitId = table.MaybeRef(),
            ToUnitId = table.MaybeRef(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_CaseEvents", happened => happened.Id);
            table.ForeignKey("FK_CaseEvents_Feedback_FeedbackId", happened => happened.FeedbackId, "Feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_CaseEvents_FeedbackId_At", "CaseEvents", ["FeedbackId", "At"]);

        schema.CreateTable("Attachments", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Name = table.Text(),
            StoreKey = table.Text(),
            ContentType = table.Text(),
            Size = table.Long(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_Attachments", file => file.Id);
            table.ForeignKey("FK_Attachments_Feedback_FeedbackId", file => file.FeedbackId, "Feedback", "Id", onDelete: ReferentialAction.Cascade);
        });
        schema.CreateIndex("IX_Attachments_FeedbackId", "Attachments", "FeedbackId");

        schema.CreateTable("RoutingRules", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Order = table.Number(),
            Kind = table.MaybeText(),
            Field = table.MaybeText(),
            UnitCode = table.Text(),
            Supporting = table.Text(),
            Note = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_RoutingRules", rule => rule.Id));
        schema.CreateIndex("IX_RoutingRules_SiteId_Order", "RoutingRules", ["SiteId", "Order"], unique: true);

        schema.CreateTable("Outbox", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Kind = table.Text(),
            Payload = table.Text(),
            CreatedAt = table.Instant(),
            NextAttemptAt = table.Instant(),
            LockedUntil = table.MaybeInstant(),
            DoneAt = table.MaybeInstant(),
            Attempts = table.Number(),
            Error = table.MaybeText(),
        }, constraints: table => table.PrimaryKey("PK_Outbox", message => message.Id));
        schema.CreateIndex("IX_Outbox_DoneAt_NextAttemptAt", "Outbox", ["DoneAt", "NextAttemptAt"]);

        schema.CreateTable("MailTemplates", table => new { Id = table.Key(), SiteId = table.Ref(), Key = table.Text(), Culture = table.Text(), Subject = table.Text(), Body = table.Text() },
            constraints: table => table.PrimaryKey("PK_MailTemplates", template => template.Id));
        schema.CreateIndex("IX_MailTemplates_SiteId_Key_Culture", "MailTemplates", ["SiteId", "Key", "Culture"], unique: true);
    }
}
