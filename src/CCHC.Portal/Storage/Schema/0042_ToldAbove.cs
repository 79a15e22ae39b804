using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0042_ToldAbove")]
public sealed class ToldAbove : Migration
{
    protected override void Up(MigrationBuilder schema) => schema.AddColumn<int>("ToldAbove", "ClockReminders", nullable: false, defaultValue: 0);
}
