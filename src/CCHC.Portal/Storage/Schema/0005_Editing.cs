using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0005_Editing")]
public sealed class Editing : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<int>("CheckEveryMonths", "ContentItems", nullable: true);
        schema.AddColumn<string>("Cultures", "Memberships", nullable: true);
        Editions(schema);
        schema.CreateIndex("IX_Editions_SiteId_State_ChangedAt", "Editions", ["SiteId", "State", "ChangedAt"]);
        schema.CreateIndex("IX_Editions_Desk", "Editions", ["SiteId", "ChangedAt", "State", "Type", "Culture", "TitleFolded"]);
        schema.CreateIndex("IX_Editions_SiteId_HourAt", "Editions", ["SiteId", "HourAt"], filter: "\"HourAt\" IS NOT NULL");
        schema.CreateIndex("IX_Editions_SiteId_CareSince", "Editions", ["SiteId", "CareSince"], filter: "\"CareSince\" IS NOT NULL");
        schema.CreateIndex("IX_Editions_SiteId_AuthorId_State", "Editions", ["SiteId", "AuthorId", "State"]);
        schema.CreateIndex("IX_Editions_SiteId_Type_Culture_Slug", "Editions", ["SiteId", "Type", "Culture", "Slug"]);

        schema.CreateTable("Approvals", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            EditionId = table.Ref(),
            Round = table.Number(),
            Stage = table.Number(),
            PersonId = table.Ref(),
            At = table.Instant(),
        }, constraints: table => table.PrimaryKey("PK_Approvals", approval => approval.Id));
        schema.CreateIndex("IX_Approvals_EditionId_Round_PersonId", "Approvals", ["EditionId", "Round", "PersonId"], unique: true);

        schema.CreateTable("EditionRemarks", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            ItemId = table.Ref(),
            EditionId = table.Ref(),
            Kind = table.Text(),
            PersonId = table.MaybeRef(),
            At = table.Instant(),
            Text = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_EditionRemarks", remark => remark.Id));
        schema.CreateIndex("IX_EditionRemarks_ItemId_At", "EditionRemarks", ["ItemId", "At"]);

        schema.CreateTable("TypedCopies", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PersonId = table.Ref(),
            Place = table.Text(),
            BaseVersion = table.Number(),
            At = table.Instant(),
            Fields = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_TypedCopies", copy => copy.Id));
        schema.CreateIndex("IX_TypedCopies_PersonId_Place", "TypedCopies", ["PersonId", "Place"], unique: true);

        schema.CreateTable("EditorPresences", table => new { EditionId = table.Ref(), PersonId = table.Ref(), SiteId = table.Ref(), SeenAt = table.Instant() },
            constraints: table => table.PrimaryKey("PK_EditorPresences", presence => new { presence.EditionId, presence.PersonId }));

        schema.CreateTable("PreviewLinks", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            EditionId = table.Ref(),
            SecretHash = table.Text(),
            For = table.Text(),
            PersonId = table.Ref(),
            At = table.Instant(),
            Until = table.Instant(),
            RevokedAt = table.MaybeInstant(),
            Opened = table.Number(),
            OpenedAt = table.MaybeInstant(),
        }, constraints: table => table.PrimaryKey("PK_PreviewLinks", link => link.Id));
        schema.CreateIndex("IX_PreviewLinks_SecretHash", "PreviewLinks", "SecretHash", unique: true);
        schema.CreateIndex("IX_PreviewLinks_EditionId", "PreviewLinks", "EditionId");
    }

    private static void Editions(MigrationBuilder schema)
    {
        schema.AddColumn<string>("TitleFolded", "Editions", nullable: false, defaultValue: "");
        schema.AddColumn<int>("Round", "Editions", nullable: false, defaultValue: 0);
        schema.AddColumn<DateTime>("SubmittedAt", "Editions", nullable: true);
        schema.AddColumn<DateOnly>("PlannedOn", "Editions", nullable: true);
        schema.AddColumn<DateTime>("LiveAt", "Editions", nullable: true);
        schema.AddColumn<string>("ChangeNote", "Editions", nullable: false, defaultValue: "");
        schema.AddColumn<int>("TranslatedFrom", "Editions", nullable: true);
        schema.AddColumn<DateTime>("WithdrawAt", "Editions", nullable: true);
        schema.AddColumn<string>("Retirement", "Editions", nullable: true);
        schema.AddColumn<string>("MovedTo", "Editions", nullable: true);
        schema.AddColumn<DateTime>("HourAt", "Editions", nullable: true);
        schema.AddColumn<DateTime>("CareSince", "Editions", nullable: true);
        schema.AddColumn<string>("ScheduleProblem", "Editions", nullable: true);
        schema.AddColumn<int>("ScheduleTries", "Editions", nullable: false, defaultValue: 0);
        schema.AddColumn<DateTime>("ScheduleNextTry", "Editions", nullable: true);
        schema.AddColumn<string>("EmergencyReason", "Editions", nullable: true);
        schema.AddColumn<Guid>("SecondLookBy", "Editions", nullable: true);
        schema.AddColumn<DateTime>("SecondLookAt", "Editions", nullable: true);
        // What stands already went live when it last changed, as far as anybody knows.
        schema.Sql("UPDATE \"Editions\" SET \"LiveAt\" = \"ChangedAt\" WHERE \"State\" IN ('Published', 'Retired', 'Withdrawn')");
        schema.Sql("UPDATE \"Editions\" SET \"HourAt\" = \"PublishAt\" WHERE \"State\" = 'Scheduled'");
        schema.Sql("UPDATE \"Editions\" SET \"Retirement\" = 'Gone' WHERE \"State\" = 'Withdrawn'");
    }
}
