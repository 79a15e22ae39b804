using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

/// <summary>Texts that name a Word file are looked through once more at the next start: such files count as used.</summary>
[DbContext(typeof(PortalDb)), Migration("0062_WordFilesNamed")]
public sealed class WordFilesNamed : Migration
{
    protected override void Up(MigrationBuilder schema) => schema.Sql("UPDATE \"Editions\" SET \"MediaNames\" = NULL WHERE \"BodyJson\" LIKE '%.docx%'");
}
