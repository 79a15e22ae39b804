using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>What a resident sent is kept once, whole, or not at all.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            db.AddRange(
                new RoutingRule { Order = 0, Kind = FeedbackKind.Report, Field = FeedbackField.CivilServiceConduct, UnitCode = "VP" },
                new RoutingRule { Order = 1, Kind = FeedbackKind.Report, Field = FeedbackField.Land, UnitCode = "KT" },
                new RoutingRule { Order = 2, Kind = null, Field = FeedbackField.Land, UnitCode = "VP" },
                new RoutingRule { Order = 3, Kind = FeedbackKind.Report, Field = FeedbackField.Transport, UnitCode = "X-PHA" },
                new RoutingRule { Order = 4, Kind = FeedbackKind.Report, Field = FeedbackField.Tourism, UnitCode = "KHONG-CO" });
            db.Add(new MailTemplate { Key = "feedback-received", Culture = "vi", Subject = "Đã nhận {code}", Body = "Đơn vị: {unit}. Hạn: {due}. {link}" });
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData(FeedbackKind.Report, FeedbackField.Land, "KT")]
    [InlineData(FeedbackKind.Question, FeedbackField.Land, "VP")]        // the first that fits wins
    [InlineData(FeedbackKind.Report, FeedbackField.CivilServiceConduct, "VP")]
    [InlineData(FeedbackKind.Report, FeedbackField.Other, null)]         // no rule: it does not guess
    [InlineData(FeedbackKind.Report, FeedbackField.Transport, null)]     // an outside body gets it from a person only
    [InlineData(FeedbackKind.Report, FeedbackField.Tourism, null)]       // a unit that is no more
    public async Task The_table_decides_or_a_person_does(FeedbackKind kind, FeedbackField field, string? unit)
    {
        var receipt = await Receive(Given.Message(kind: kind, field: field));

        Assert.Equal(site.UnitByCode(unit)?.Id, receipt.UnitId);
        Assert.Equal(unit is null ? FeedbackState.InTriage : FeedbackState.Assigned, (await Only()).State);
    }

    [Fact]
    public async Task The_same_form_sent_again_gets_the_same_receipt()
    {
        var message = Given.Message(key: "khoa-cua-bieu-mau");

        var (first, second) = (await Receive(message), await Receive(message with { Message = "Khác" }));

        Assert.Equal(first, second);
        Assert.Equal("Đường bị ngập sau mưa.", (await Only()).Message);
    }

    [Fact]
    public async Task The_same_form_sent_many_times_at_once_is_one_case_and_one_mail()
    {
        var message = Given.Message(key: "mot-luc", email: "mai@example.vn");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Receive(message))));

        Assert.Single(receipts.Distinct());
        await Only();
        Assert.Equal(1, await portal.Inside(site, (_, db) => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_receipts_secret_opens_the_case_and_is_not_in_the_database()
    {
        var receipt = await Receive(Given.Message());

        var kept = await Only();
        Assert.True(portal.Of<CaseCodes>().Opens(receipt.Secret, kept.SecretHash));
        Assert.DoesNotContain(CaseCodes.Tidy(receipt.Secret), System.Text.Json.JsonSerializer.Serialize(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sent_it_is_encrypted_and_nowhere_in_the_clear()
    {
        await Receive(Given.Message(email: "mai.nguyen@example.vn"));

        var kept = await Only();
        Assert.NotNull(kept.SubmitterBox);
        Assert.Equal("Nguyễn Thị Mai", portal.Of<Vault>().Unlock<Submitter>(kept.SubmitterBox, Feedback.IdentityPurpose).Name);
        if (portal.Database.Engine == DatabaseEngine.Sqlite)
        {
            var bytes = Disk.Everything(portal.Folder, "portal.db*");
            Assert.False(Disk.Holds(bytes, "Nguyễn Thị Mai"));
            Assert.False(Disk.Holds(bytes, "0901234567"));
            Assert.True(Disk.Holds(bytes, "Đường bị ngập sau mưa."));   // else this test would prove nothing
        }
    }

    [Fact]
    public async Task The_mail_says_that_it_came_and_where_to_look_and_not_what()
    {
        var receipt = await Receive(Given.Message(email: "mai@example.vn", text: "Chuyện riêng của tôi."));

        var message = await portal.Inside(site, (_, db) => db.Outbox.SingleAsync());
        Assert.DoesNotContain("mai@", message.Payload, StringComparison.Ordinal);   // locked where it lies
        var mail = message.Read<Mail>(portal.Of<CCHC.Portal.Storage.Vault>())!;
        Assert.Contains(receipt.ReferenceCode, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Phòng Kinh tế", mail.Body, StringComparison.Ordinal);
        Assert.Contains("https://cat-hai.example/phan-anh/tra-cuu", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Chuyện riêng", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Secret, mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_did_not_ask_gets_a_mail()
    {
        await Receive(Given.Message(email: "mai@example.vn") with { WantsMail = false });

        Assert.Equal(0, await portal.Inside(site, (_, db) => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task A_save_that_fails_leaves_nothing_behind()
    {
        var receipt = await Receive(Given.Message(key: "mot"));
        var clash = Given.Feedback(code: receipt.ReferenceCode);

        await portal.Inside(site, async (_, db) =>
        {
            db.Add(clash);
            db.Post(new Mail("a@example.vn", "x", "y"), Given.Morning);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });

        await Only();
        Assert.Equal(0, await portal.Inside(site, (_, db) => db.Outbox.CountAsync()));
        Assert.False(await portal.Inside(site, (_, db) => db.CaseEvents.AnyAsync(e => e.FeedbackId == clash.Id)));
    }

    [Fact]
    public async Task Files_nobody_sent_off_are_swept_after_a_day_and_sent_ones_stay()
    {
        var files = portal.Of<FileStore>();
        var (sent, left) = (await files.Put(new MemoryStream([1]), "webp", Stop), await files.Put(new MemoryStream([2]), "webp", Stop));
        await files.PutKnown("media/x/anh.webp", new MemoryStream([3]), Stop);
        await Receive(Given.Message(files: new SentFile(sent.Key, "anh.webp", "image/webp", 1)));

        portal.Clock.SetUtcNow(new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(portal.Folder, "files", left.Key)), TimeSpan.Zero).AddHours(23));
        await portal.Run<SweepDraftFilesJob>();
        Assert.True(files.Exists(left.Key));

        portal.Clock.Advance(TimeSpan.FromHours(3));   // past the ticket and an hour of grace
        await portal.Run<SweepDraftFilesJob>();
        Assert.False(files.Exists(left.Key));
        Assert.True(files.Exists(sent.Key));
        Assert.True(files.Exists("media/x/anh.webp"));
    }

    private Task<Receipt> Receive(IncomingMessage message) => portal.Inside(site, (services, _) => services.GetRequiredService<Intake>().Receive(site, message, Stop));

    private Task<Feedback> Only() => portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().SingleAsync());
}
