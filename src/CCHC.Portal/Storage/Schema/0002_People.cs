using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0002_People")]
public sealed class People : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("People", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            FullName = table.Text(),
            IsActive = table.Yes(),
            LastSeenAt = table.MaybeInstant(),
            UserName = table.MaybeText(),
            NormalizedUserName = table.MaybeText(),
            Email = table.MaybeText(),
            NormalizedEmail = table.MaybeText(),
            EmailConfirmed = table.Yes(),
            PasswordHash = table.MaybeText(),
            SecurityStamp = table.MaybeText(),
            ConcurrencyStamp = table.MaybeText(),
            PhoneNumber = table.MaybeText(),
            PhoneNumberConfirmed = table.Yes(),
            TwoFactorEnabled = table.Yes(),
            LockoutEnd = table.MaybeInstant(),
            LockoutEnabled = table.Yes(),
            AccessFailedCount = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_People", person => person.Id));
        schema.CreateIndex("IX_People_SiteId_NormalizedUserName", "People", ["SiteId", "NormalizedUserName"], unique: true);
        schema.CreateIndex("IX_People_NormalizedEmail", "People", "NormalizedEmail");

        schema.CreateTable("Memberships", table => new { Id = table.Key(), SiteId = table.Ref(), PersonId = table.Ref(), UnitId = table.Ref(), Role = table.Text() },
            constraints: table =>
            {
                table.PrimaryKey("PK_Memberships", membership => membership.Id);
                table.ForeignKey("FK_Memberships_People_PersonId", membership => membership.PersonId, "People", "Id", onDelete: ReferentialAction.Cascade);
            });
        schema.CreateIndex("IX_Memberships_PersonId_UnitId_Role", "Memberships", ["PersonId", "UnitId", "Role"], unique: true);

        schema.CreateTable("PersonClaims", table => new { Id = table.Counter<int>(), UserId = table.Ref(), ClaimType = table.MaybeText(), ClaimValue = table.MaybeText() },
            constraints: table => table.PrimaryKey("PK_PersonClaims", claim => claim.Id));
        schema.CreateTable("PersonLogins", table => new { LoginProvider = table.Text(), ProviderKey = table.Text(), ProviderDisplayName = table.MaybeText(), UserId = table.Ref() },
            constraints: table => table.PrimaryKey("PK_PersonLogins", login => new { login.LoginProvider, login.ProviderKey }));
        schema.CreateTable("PersonTokens", table => new { UserId = table.Ref(), LoginProvider = table.Text(), Name = table.Text(), Value = table.MaybeText() },
            constraints: table => table.PrimaryKey("PK_PersonTokens", token => new { token.UserId, token.LoginProvider, token.Name }));

        schema.CreateTable("AuditEntries", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            At = table.Instant(),
            PersonId = table.MaybeRef(),
            What = table.Text(),
            Subject = table.Text(),
            Detail = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_AuditEntries", entry => entry.Id));
        schema.CreateIndex("IX_AuditEntries_SiteId_At", "AuditEntries", ["SiteId", "At"]);
    }
}
