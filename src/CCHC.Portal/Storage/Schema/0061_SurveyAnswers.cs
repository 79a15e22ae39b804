using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0061_SurveyAnswers")]
public sealed class SurveyAnswers : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("SurveyAnswers", table => new { Id = table.Key(), SiteId = table.Ref(), ItemId = table.Ref(), Question = table.Text(), Choice = table.Text(), Device = table.Text() },
            constraints: table => table.PrimaryKey("PK_SurveyAnswers", answer => answer.Id));
        schema.CreateIndex("IX_SurveyAnswers_SiteId_ItemId_Question_Device", "SurveyAnswers", ["SiteId", "ItemId", "Question", "Device"], unique: true);
    }
}
