using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Channels;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Operations;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.House;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Operations;

public sealed class ExportingTests : IAsyncLifetime
{
    private readonly string place = Directory.CreateTempSubdirectory("portal-export-").FullName;
    private TestPortal portal = null!;

    public async ValueTask InitializeAsync() => portal = await Given.Portal(("Media:DrawSeeds", "false"));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(place, recursive: true);
        return portal.DisposeAsync();
    }

    [Fact]
    public async Task What_was_exported_loads_into_an_empty_portal_as_the_same_site_and_leaves_it_as_the_same_bytes()
    {
        await portal.Seed(Repository.Under("content-seed"));
        await LiveABit(portal);
        var report = await Export(portal, "one");
        await using var other = await Given.Portal(("Media:DrawSeeds", "false"));

        Findings.None((await other.Seed(Under("one"))).Problems.Select(problem => problem.ToString()));
        await Export(other, "two");

        Assert.Empty(report.LeftOut);
        Assert.True(report.Texts > 100 && report.Media > 10, report.ToString());
        Assert.Equal(Bytes("one"), Bytes("two"));
        Assert.Equal(await Everything(portal), await Everything(other));
    }

    [Fact]
    public async Task Loading_an_export_into_the_portal_it_came_from_changes_nothing()
    {
        await portal.Seed(Repository.Under("content-seed"));
        await LiveABit(portal);
        await Export(portal, "one");

        var again = await portal.Seed(Under("one"));

        Assert.False(again.DidAnything, again.ToString());
    }

    [Fact]
    public async Task A_picture_no_page_before_readers_uses_does_not_leave_with_an_export()
    {
        await portal.Seed(Repository.Under("content-seed"));
        await portal.Inside(Site(portal, "cat-hai"), async (_, db) =>
        {
            foreach (var edition in await db.Editions.Live().Where(edition => edition.MediaNames!.Contains("|farm.webp|")).ToListAsync())
            {
                edition.Withdraw(Withdrawal.Gone("Thử gỡ"), Given.Morning);
            }
            await db.SaveChangesAsync();
        });

        await Export(portal, "one");

        var media = Directory.EnumerateFiles(Under("one"), "*.webp", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        Assert.Contains("hall.webp", media);
        Assert.DoesNotContain("farm.webp", media);
    }

    [Fact]
    public async Task Every_kind_of_content_comes_back_with_every_field()
    {
        using var seeds = Given.Seeds();
        await portal.Seed(seeds.Path);
        await portal.Inside(Site(portal, "thu"), async (_, db) =>
        {
            foreach (var type in ContentTypes.All)
            {
                var edition = Given.Edition(Filled.Body(type), title: "“Thử”: " + type.Vi, slug: "thu-" + type.Key.ToLowerInvariant());
                edition.PublishFromSeed(Given.Morning, Given.Morning, null);
                edition.Item!.CheckEveryMonths = 9;
                db.AddRange(edition.Item, edition);
            }
            await db.SaveChangesAsync();
        });

        await Export(portal, "one", "thu");
        await using var other = await Given.Portal();
        var report = await other.Seed(Under("one"));

        Findings.None(report.Problems.Select(problem => problem.ToString()));
        Assert.Equal(await Bodies(portal, "thu"), await Bodies(other, "thu"));
        Assert.Equal(ContentTypes.All.Count, await other.Inside(Site(other, "thu"), (_, db) => db.ContentItems.CountAsync(item => item.CheckEveryMonths == 9)));
    }

    [Fact]
    public async Task Awkward_texts_are_read_back_as_they_were_written()
    {
        string[] texts =
        [
            "hai dòng\n\nvà ---\nnhư mở đầu", "kết thúc bằng xuống dòng\ndòng hai\n", "  thụt đầu dòng\n    và nữa", "có khoảng trắng cuối \nvà\ttab", "- không phải danh sách\n- mà là chữ",
            "\"ngoặc kép\", 'nháy', \\ gạch, # thăng, {ngoặc}, [vuông], : hai chấm, & * ! | > % @ `", "null", "~", "yes", "2026-11-20", "007", "chữ \U0001D482 ngoài mặt phẳng và 🙂\ndòng hai",
            "\n\nbắt đầu bằng dòng trống", "một dòng\n", "# thăng đầu dòng\n# nữa", "ngắt\u2028dòng lạ\nhai", "dòng dài " + new string('x', 400) + " hết\nhai",
        ];
        using var seeds = Given.Seeds();
        await portal.Seed(seeds.Path);
        await portal.Inside(Site(portal, "thu"), (_, db) =>
        {
            db.MailTemplates.AddRange(texts.Select((text, index) => new MailTemplate { Key = $"thu-{index:00}", Culture = "vi", Subject = text, Body = text }));
            return db.SaveChangesAsync();
        });

        await Export(portal, "one", "thu");
        await using var other = await Given.Portal();
        await other.Seed(Under("one"));

        var mails = await other.Inside(Site(other, "thu"), (_, db) => db.MailTemplates.Where(mail => mail.Key.StartsWith("thu-")).OrderBy(mail => mail.Key).ToListAsync());
        Assert.Equal(texts, mails.Select(mail => mail.Body));
        Assert.Equal(texts, mails.Select(mail => mail.Subject));
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_alone_unless_forced()
    {
        using var seeds = Given.Seeds();
        await portal.Seed(seeds.Path);
        Directory.CreateDirectory(Under("one", "thu"));
        await File.WriteAllTextAsync(Under("one", "thu", "cua-toi.txt"), "giữ");

        await Assert.ThrowsAsync<ExportProblem>(() => Export(portal, "one", "thu"));
        Assert.Equal("giữ", await File.ReadAllTextAsync(Under("one", "thu", "cua-toi.txt")));

        await Export(portal, "one", "thu", force: true);
        Assert.False(File.Exists(Under("one", "thu", "cua-toi.txt")));
        Assert.Equal(["thu"], Directory.EnumerateFileSystemEntries(Under("one")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_not_published_or_taken_down_stays_at_home()
    {
        using var seeds = Given.Seeds();
        await portal.Seed(seeds.Path);
        await portal.Inside(Site(portal, "thu"), async (_, db) =>
        {
            var draft = Given.Edition(slug: "ban-nhap");
            db.AddRange(draft.Item!, draft, new Notice { Text = "Đã hạ", From = Given.Morning, Until = Given.Morning.AddDays(1), PostedAt = Given.Morning });
            await db.SaveChangesAsync();
            (await db.Notices.SingleAsync()).End(Guid.CreateVersion7(), Given.Morning);
            await db.SaveChangesAsync();
        });

        await portal.Inside(Site(portal, "thu"), async (_, db) =>
        {
            var gone = Given.Edition(title: "Bài đã gỡ", slug: "da-go");
            gone.PublishFromSeed(Given.Morning, Given.Morning, null);
            gone.Withdraw(Withdrawal.Gone("Thử"), Given.Morning);
            db.AddRange(gone.Item!, gone, new PinnedAnswer { Text = "gỡ", ItemId = gone.ItemId });
            await db.SaveChangesAsync();
        });

        var report = await Export(portal, "one", "thu");

        Assert.False(File.Exists(Under("one", "thu", "articles", "ban-nhap.md")) || File.Exists(Under("one", "thu", "articles", "da-go.md")));
        Assert.Contains(report.LeftOut, line => line.Contains("“Bài đã gỡ”: it is gone", StringComparison.Ordinal));
        Assert.Contains(report.LeftOut, line => line.Contains("pin “gỡ”", StringComparison.Ordinal));
        Assert.DoesNotContain("Đã hạ", await File.ReadAllTextAsync(Under("one", "thu", "site.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_a_site_knows_everything_the_profile_knows()
    {
        string[] elsewhere = [nameof(SiteProfile.Hours), nameof(SiteProfile.HoursByHand)];   // in calendar.yaml; that somebody set them here is this portal's own memory

        var unknown = typeof(SiteProfile).GetProperties().Where(property => property.CanWrite && typeof(SiteFile).GetProperty(property.Name)?.PropertyType != property.PropertyType)
            .Select(property => property.Name).Except(elsewhere);

        Findings.None(unknown);
    }

    private string Under(params string[] parts) => Path.Combine([place, .. parts]);

    private async Task<ExportReport> Export(TestPortal from, string to, string site = "cat-hai", bool force = false)
    {
        await using var scope = from.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Exporting>().Write(Site(from, site), Under(to), force, CancellationToken.None);
    }

    private List<(string, string)> Bytes(string folder) => [.. Directory.EnumerateFiles(Under(folder), "*", SearchOption.AllDirectories)
        .Select(path => (Path.GetRelativePath(Under(folder), path), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))))).Order()];

    private static SiteMap Site(TestPortal portal, string key) => portal.Sites.Single(site => site.Key == key);

    private static Task<List<string>> Bodies(TestPortal portal, string site) => portal.Inside(Site(portal, site), async (_, db) =>
        (await db.Editions.Live().Include(edition => edition.Item).ToListAsync()).Select(edition => $"{edition.Type}/{edition.Item!.Key}.{edition.Culture} {edition.Slug} {edition.Title} {edition.BodyJson}").Order(StringComparer.Ordinal).ToList());

    // What a body does at the desk in its first weeks: a short day, a rule, a page that moved, one that ended, one that is to end, one under a new address, a pin.
    private static Task LiveABit(TestPortal portal) => portal.Inside(Site(portal, "cat-hai"), async (_, db) =>
    {
        var articles = await db.Editions.Live().Where(edition => edition.Type == "article" && edition.Culture == "vi" && edition.Item!.Editions.Count == 1).Include(edition => edition.Item).OrderBy(edition => edition.Slug).Take(4).ToListAsync();
        articles[0].Withdraw(new(Retirement.Redirected, "Đã có bài mới", articles[3].Address), Given.Morning);
        articles[1].Withdraw(new(Retirement.Notice, "Đã hết hạn"), Given.Morning);
        articles[2].PlanWithdrawal(new(Retirement.Gone, "Chỉ đăng đến hết năm"), Given.Morning.AddYears(2), Given.Morning);
        var renamed = new Edition { ItemId = articles[3].ItemId, Type = "article", Culture = "vi", Number = 2 };
        renamed.Write(articles[3].Title, articles[3].Summary, "ten-moi", articles[3].Body, Given.Morning);
        renamed.PublishFromSeed(articles[3].PublishedAt!.Value, Given.Morning, articles[3]);
        var rule = new RetentionRule { Kind = FeedbackKind.Report };
        rule.Set(60, "Quyết định thử", Guid.CreateVersion7(), Given.Morning);
        db.AddRange(renamed, rule,
            new CalendarDay { Date = new(2026, 12, 31), Kind = CalendarDayKind.ShortDay, Name = "Nghỉ sớm", OpensAt = new(7, 30), ClosesAt = new(11, 30), IsByHand = true },
            new PinnedAnswer { Text = "đăng tin\ntin mới", ItemId = articles[3].ItemId, From = new(2026, 1, 1) });
        await db.SaveChangesAsync();
    });

    private static Task<List<string>> Everything(TestPortal portal) => portal.Inside(Site(portal, "cat-hai"), async (_, db) =>
    {
        var lines = new List<string> { (await db.Sites.SingleAsync()).ProfileJson };
        lines.AddRange((await db.Editions.Where(edition => edition.State == EditionState.Published || edition.State == EditionState.Withdrawn).Include(edition => edition.Item).Include(edition => edition.Topics).ToListAsync()).Select(edition =>
            $"{edition.Type}/{edition.Item!.Key}.{edition.Culture} {edition.Slug} {edition.Title} {edition.Summary} {edition.PublishedAt:O} {edition.State} {edition.Retirement} {edition.MovedTo} {edition.WithdrawnAt:O} {edition.WithdrawAt:O} {edition.WithdrawReason} {edition.Item.OwnerUnit} {edition.Item.CheckedOn} {edition.Item.CheckEveryMonths} {string.Join(',', edition.Topics.Select(topic => topic.Topic).Order())} {edition.BodyJson}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.Editions.Include(edition => edition.Item).Where(edition => edition.State == EditionState.Retired).ToListAsync()).Select(edition => $"once {edition.Item!.Key}.{edition.Culture} {edition.Slug}").Order(StringComparer.Ordinal));
        var units = await db.Units.ToListAsync();
        var codes = units.ToDictionary(unit => unit.Id, unit => unit.Code);
        lines.AddRange(units.Select(unit => $"{unit.Code} {unit.Name} {unit.NameEn} {unit.Kind} {unit.Phone} {unit.Duties} {(unit.ParentId is { } above ? codes[above] : "")} {unit.Upper} {unit.AnswersNeedApproval}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.CalendarDays.OrderBy(day => day.Date).ToListAsync()).Select(day => $"{day.Date:O} {day.Kind} {day.Name} {day.Source} {day.IsConfirmed} {day.OpensAt:HH:mm} {day.ClosesAt:HH:mm}"));
        lines.AddRange((await db.RoutingRules.OrderBy(rule => rule.Order).ToListAsync()).Select(rule => $"{rule.Kind} {rule.Field} {rule.Place} {rule.Tag} {rule.UnitCode} {rule.Supporting} {rule.Note}"));
        lines.AddRange((await db.ReminderRules.ToListAsync()).Select(rule => $"reminder {rule.UnitCode} {rule.Clock} {rule.Step} {rule.Post}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.RetentionRules.ToListAsync()).Select(rule => $"{rule.Kind} {rule.Months} {rule.Basis}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.AnswerTemplates.ToListAsync()).Select(template => $"{template.Name} {(template.UnitId is { } unit ? codes[unit] : "")} {template.Field} {template.Checked} {template.Conclusion} {template.NextStep} {template.Contact} {template.IsOff}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.FormQuestions.OrderBy(question => question.Order).ToListAsync()).Select(question => System.Text.Json.JsonSerializer.Serialize(QuestionRow.Of(question))));
        lines.AddRange((await db.WordGroups.ToListAsync()).Select(group => $"{group.OnlyAsks} {group.Text}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.MailTemplates.ToListAsync()).Select(mail => $"{mail.Key} {mail.Culture} {mail.Subject} {mail.Body}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.PinnedAnswers.Join(db.ContentItems, pin => pin.ItemId, item => item.Id, (pin, item) => new { pin.Text, pin.From, pin.Until, item.Key }).ToListAsync()).Select(pin => $"pin {pin.Key} {pin.Text} {pin.From} {pin.Until}").Order(StringComparer.Ordinal));
        foreach (var expected in new[] { "once ", "reminder ", "pin ", "2026-12-31 ShortDay Nghỉ sớm  False 07:30 11:30" })
        {
            Assert.Contains(lines, line => line.StartsWith(expected, StringComparison.Ordinal));   // nothing is the same as nothing
        }
        lines.AddRange((await db.MediaFiles.OrderBy(file => file.Name).ToListAsync()).Select(file => $"{file.Name} {file.Sha256} {file.Alt} {file.AltEn} {file.Caption} {file.Credit} {file.IsIllustration} {file.Width}"));
        lines.AddRange((await db.Notices.ToListAsync()).Select(notice => $"{notice.Severity} {notice.Text} {notice.TextEn} {notice.Link} {notice.From:O} {notice.Until:O} {notice.SeedHash}"));
        return lines;
    });
}
