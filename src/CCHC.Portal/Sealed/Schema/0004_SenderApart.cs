using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Sealed.Schema;

[DbContext(typeof(SealedDb)), Migration("0004_SenderApart")]
public sealed class SenderApart : Migration
{
    protected override void Up(MigrationBuilder schema) =>
        schema.AddColumn<byte[]>("IdentityBox", "SealedCases", nullable: false, defaultValue: Array.Empty<byte>());
}
