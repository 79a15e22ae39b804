using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CCHC.Portal.Storage.Schema;

[DbContext(typeof(PortalDb)), Migration("0030_Exchange")]
public sealed class Exchange : Migration
{
    protected override void Up(MigrationBuilder schema)
    {
        schema.CreateTable("ExchangePeers", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            Code = table.Text(),
            Name = table.Text(),
            Address = table.Text(),
            TokenBox = table.Bytes(),
            KeyHash = table.Bytes(),
            OldKeyHash = table.Bytes(),
            OldKeyUntil = table.MaybeInstant(),
            IsActive = table.Yes(),
        }, constraints: table => table.PrimaryKey("PK_ExchangePeers", peer => peer.Id));
        schema.CreateIndex("IX_ExchangePeers_SiteId_Code", "ExchangePeers", ["SiteId", "Code"], unique: true);

        schema.CreateTable("ExchangeMessages", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PeerId = table.Ref(),
            Verb = table.Text(),
            Number = table.Text(),
            MessageNumber = table.Text(),
            Print = table.Bytes(),
            At = table.Instant(),
            ToldNumber = table.Number(),
            ToldChange = table.MaybeInstant(),
            CaseKey = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_ExchangeMessages", message => message.Id));
        schema.CreateIndex("IX_ExchangeMessages_PeerId_Number_MessageNumber", "ExchangeMessages", ["PeerId", "Number", "MessageNumber"], unique: true);
        schema.CreateIndex("IX_ExchangeMessages_PeerId_At", "ExchangeMessages", ["PeerId", "At"]);

        schema.CreateTable("ExchangeRefusals", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PeerId = table.Ref(),
            Number = table.Text(),
            MessageNumber = table.Text(),
            IsChange = table.Yes(),
            Why = table.Text(),
            At = table.Instant(),
            Times = table.Number(),
        }, constraints: table => table.PrimaryKey("PK_ExchangeRefusals", refusal => refusal.Id));
        schema.CreateIndex("IX_ExchangeRefusals_PeerId_Number_MessageNumber", "ExchangeRefusals", ["PeerId", "Number", "MessageNumber"], unique: true);

        schema.CreateTable("ExchangeNotices", table => new
        {
            Id = table.Key(),
            SiteId = table.Ref(),
            PeerId = table.Ref(),
            FeedbackId = table.Ref(),
            Number = table.Number(),
            MessageNumber = table.Text(),
            Body = table.Text(),
            CreatedAt = table.Instant(),
            NextAttemptAt = table.Instant(),
            LockedUntil = table.MaybeInstant(),
            DoneAt = table.MaybeInstant(),
            Attempts = table.Number(),
            Error = table.Text(),
        }, constraints: table => table.PrimaryKey("PK_ExchangeNotices", notice => notice.Id));
        schema.CreateIndex("IX_ExchangeNotices_FeedbackId_Number", "ExchangeNotices", ["FeedbackId", "Number"], unique: true);
        schema.CreateIndex("IX_ExchangeNotices_PeerId_DoneAt_NextAttemptAt", "ExchangeNotices", ["PeerId", "DoneAt", "NextAttemptAt"]);
    }
}
