using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0019_Answers")]
public sealed class Answers : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<bool>("AnswersNeedApproval", "Units", nullable: false, defaultValue: false);

        schema.CreateTable("AnswerTemplates", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Name = table.Text(),
            UnitId = table.MaybeRef(),
            Field = table.MaybeText(),
            Checked = table.Text(),
            Conclusion = table.Text(),
            NextStep = table.Text(),
            Contact = table.Text(),
            IsOff = table.Yes(),
            ChangedAt = table.Instant(),
            ChangedBy = table.MaybeRef(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_AnswerTemplates", template => template.Id));
        schema.CreateIndex("IX_AnswerTemplates_SiteId", "AnswerTemplates", "SiteId");

        schema.CreateTable("ProposedAnswers", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Letter = table.Text(),
            WriterId = table.Ref(),
            HandedInAt = table.Instant(),
            State = table.Text(),
            DeciderId = table.MaybeRef(),
            DecidedAt = table.MaybeInstant(),
            Reason = table.Text(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_ProposedAnswers", proposed => proposed.Id));
        schema.CreateIndex("IX_ProposedAnswers_FeedbackId", "ProposedAnswers", "FeedbackId");
        schema.CreateIndex("IX_ProposedAnswers_SiteId_State", "ProposedAnswers", ["SiteId", "State"]);
    }
}
