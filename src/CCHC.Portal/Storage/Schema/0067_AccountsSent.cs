using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0067_AccountsSent")]
public sealed class AccountsSent : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<DateOnly>("SentOn", "FigureAccounts", nullable: true);
        schema.AddColumn<string>("SentNumber", "FigureAccounts", nullable: false, defaultValue: "");
        schema.AddColumn<string>("SentTo", "FigureAccounts", nullable: false, defaultValue: "");
        schema.AddColumn<Guid>("SentBy", "FigureAccounts", nullable: true);
    }
}
