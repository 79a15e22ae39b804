using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0013_RoutingTables")]
public sealed class RoutingTables : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.AddColumn<int>("TableNumber", "RoutingRules", nullable: false, defaultValue: 1);
        schema.AddColumn<string>("Place", "RoutingRules", nullable: false, defaultValue: "");
        schema.AddColumn<string>("Tag", "RoutingRules", nullable: false, defaultValue: "");
        schema.AddColumn<Guid>("OwnerId", "RoutingRules", nullable: true);
        schema.AddColumn<string>("Tags", "Feedback", nullable: false, defaultValue: "");
        schema.DropIndex("IX_RoutingRules_SiteId_Order", "RoutingRules");
        schema.CreateIndex("IX_RoutingRules_SiteId_TableNumber_Order", "RoutingRules", ["SiteId", "TableNumber", "Order"], unique: true);

        schema.CreateTable("RoutingTables", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Number = table.Number(),
            EffectiveFrom = table.Instant(),
            MadeAt = table.Instant(),
            MadeBy = table.MaybeRef(),
            Why = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_RoutingTables", version => version.Id));
        schema.CreateIndex("IX_RoutingTables_SiteId_Number", "RoutingTables", ["SiteId", "Number"], unique: true);
    }
}
