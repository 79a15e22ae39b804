using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0068_TemplateBounds")]
public sealed class TemplateBounds : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("Kind", "AnswerTemplates", nullable: true);
        schema.AddColumn<string>("State", "AnswerTemplates", nullable: true);
        schema.AddColumn<DateOnly>("OffFrom", "AnswerTemplates", nullable: true);
        schema.AddColumn<DateOnly>("OffUntil", "AnswerTemplates", nullable: true);
    }
}
