using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0049_NoticeAbout")]
public sealed class NoticeAbout : Migration
{
    protected override void Up(MigrationBuilder schema) => schema.AddColumn<string>("About", "Notices", nullable: false, defaultValue: "");
}
