using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0033_PreviewOfOneVersion")]
public sealed class PreviewOfOneVersion : Migration
{
    protected override void Up(MigrationBuilder schema) => schema.AddColumn<Guid>("RevisionId", "PreviewLinks", nullable: true);
}
