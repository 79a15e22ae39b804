using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0054_ScannedFiles")]
public sealed class ScannedFiles : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        foreach (var table in new[] { "Attachments", "MediaFiles" })
        {
            schema.AddColumn<string>("Scan", table, nullable: false, defaultValue: nameof(ScanState.Waiting));
        }
    }
}
