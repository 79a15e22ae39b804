using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0015_FormQuestions")]
public sealed class FormQuestions : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<string>("Given", "Feedback", nullable: false, defaultValue: "");
        schema.AddColumn<byte[]>("GivenBox", "Feedback", nullable: true);

        schema.CreateTable("FormQuestions", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Code = table.Text(),
            Order = table.Number(),
            Label = table.Text(),
            LabelEn = table.Text(),
            Help = table.Text(),
            HelpEn = table.Text(),
            Input = table.Text(),
            Options = table.Text(),
            IsCompulsory = table.Yes(),
            MostCharacters = table.Number(),
            Pattern = table.Text(),
            Wrong = table.Text(),
            WrongEn = table.Text(),
            IsPast = table.Yes(),
            IsPersonal = table.Yes(),
            Kinds = table.Text(),
            Fields = table.Text(),
            IsOff = table.Yes(),
        }, constraints: table => table.PrimaryKey("PK_FormQuestions", question => question.Id));
        schema.CreateIndex("IX_FormQuestions_SiteId_Code", "FormQuestions", ["SiteId", "Code"], unique: true);
    }
}
