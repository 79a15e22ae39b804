using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0024_PublicAnswers")]
public sealed class PublicAnswersTable : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("PublicAnswers", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FeedbackId = table.Ref(),
            Slug = table.Text(),
            Title = table.Text(),
            Question = table.Text(),
            Answer = table.Text(),
            Folded = table.Text(),
            Kind = table.Text(),
            Field = table.Text(),
            UnitId = table.MaybeRef(),
            ReceivedOn = table.Day(),
            AnsweredOn = table.Day(),
            State = table.Text(),
            ProposedBy = table.Ref(),
            ProposedAt = table.Instant(),
            DecidedBy = table.MaybeRef(),
            DecidedAt = table.MaybeInstant(),
            WithdrawnAt = table.MaybeInstant(),
            Note = table.Text(),
            Version = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_PublicAnswers", answer => answer.Id));
        schema.CreateIndex("IX_PublicAnswers_SiteId_Slug", "PublicAnswers", ["SiteId", "Slug"], unique: true);
        schema.CreateIndex("IX_PublicAnswers_SiteId_State_DecidedAt", "PublicAnswers", ["SiteId", "State", "DecidedAt"]);
        schema.CreateIndex("IX_PublicAnswers_FeedbackId", "PublicAnswers", "FeedbackId");
    }
}
