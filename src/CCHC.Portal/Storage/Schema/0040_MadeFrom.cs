using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0040_MadeFrom")]
public sealed class MadeFrom : Migration
{
    protected override void Up(MigrationBuilder schema) => schema.AddColumn<Guid>("MadeFrom", "ContentItems", nullable: true);
}
