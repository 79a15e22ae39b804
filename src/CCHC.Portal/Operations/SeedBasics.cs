using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Channels;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using YamlDotNet.Core;

namespace CCHC.Portal.Operations;

/// <summary>Loads what a site stands on: itself, its units, calendar, routing table and mails.</summary>
internal sealed class SeedBasics(PortalDb db, SeedReport report)
{
    public async Task<Site?> Site(string folder, CancellationToken stop)
    {
        if (Read<SiteFile>(folder, "site.yaml") is not { } file)
        {
            return null;
        }
        var calendar = Read<CalendarFile>(folder, "calendar.yaml") ?? new CalendarFile();
        var site = await db.Sites.SingleOrDefaultAsync(s => s.Key == file.Key, stop);
        if (site is null)
        {
            db.Sites.Add(site = new Site { Key = file.Key });
        }
        site.Profile = new SiteProfile
        {
            Name = file.Name,
            NameEn = file.NameEn,
            Body = file.Body,
            BodyEn = file.BodyEn,
            Parent = file.Parent,
            ParentEn = file.ParentEn,
            Responsible = file.Responsible,
            ResponsibleEn = file.ResponsibleEn,
            Email = file.Email ?? "",
            Phone = file.Phone,
            Theme = file.Theme,
            RootUnit = file.RootUnit,
            AboveTop = file.AboveTop,
            BaseUrl = file.BaseUrl,
            OnlinePattern = Pattern(folder, file.OnlinePattern),
            Hosts = file.Hosts,
            Cultures = file.Cultures,
            Frequent = file.Frequent,
            States = Known(folder, file.States),
            Review = file.Review,
            Hours = site.Profile.HoursByHand ? site.Profile.Hours : [.. OpeningSpan.Spread(calendar.Hours)],
            HoursByHand = site.Profile.HoursByHand,
        };
        await Save(stop);
        return site;
    }

    public async Task Rest(string folder, CancellationToken stop)
    {
        await Units(folder, stop);
        await Calendar(folder, stop);
        await RoutingTable(folder, stop);
        await AnswerTemplates(folder, stop);
        await Reminders(folder, stop);
        await RetentionRules(folder, stop);
        await SearchWords(folder, stop);
        await new SeedQuestions(db, report).Load(folder, stop);
        await Mails(folder, stop);
        await Notices(folder, stop);
    }

    private string Pattern(string folder, string pattern)
    {
        if (pattern == "" || (pattern.StartsWith("https://", StringComparison.Ordinal) && pattern.Contains("{code}", StringComparison.Ordinal)))
        {
            return pattern;
        }
        report.Problems.Add(new SeedProblem(Path.Combine(folder, "site.yaml"), 0, "onlinePattern is an https address with {code} in it"));
        return "";
    }

    private List<StateName> Known(string folder, List<StateName> states)
    {
        report.Problems.AddRange(states.Where(one => !Enum.TryParse<FeedbackState>(one.State, out _)).Select(one => new SeedProblem(Path.Combine(folder, "site.yaml"), 0, $"no state of a case is called {one.State}")));
        return states;
    }

    private async Task Units(string folder, CancellationToken stop)
    {
        var rows = Read<List<UnitRow>>(folder, "units.yaml") ?? [];
        var known = await db.Units.ToDictionaryAsync(unit => unit.Code, stop);
        foreach (var row in rows)
        {
            if (!known.TryGetValue(row.Code, out var unit))
            {
                db.Units.Add(known[row.Code] = unit = new Unit { Code = row.Code, AnswersNeedApproval = row.Approved });
            }
            (unit.Name, unit.NameEn, unit.Kind, unit.Phone, unit.Duties, unit.Upper) = (row.Name, row.NameEn, row.Kind, row.Phone ?? "", row.Duties ?? "", row.Upper ?? "");
        }
        foreach (var row in rows)
        {
            known[row.Code].ParentId = row.Parent is { Length: > 0 } parent && known.TryGetValue(parent, out var above) ? above.Id : null;
        }
        await Save(stop);
    }

    private async Task Calendar(string folder, CancellationToken stop)
    {
        var known = await db.CalendarDays.ToDictionaryAsync(day => day.Date, stop);
        // The whole country's days first, then those that the body decided for itself.
        foreach (var row in (Read<List<CalendarRow>>(Path.GetDirectoryName(folder)!, "holidays.yaml") ?? []).Concat(Read<CalendarFile>(folder, "calendar.yaml")?.Days ?? []))
        {
            if (!known.TryGetValue(row.Date, out var day))
            {
                db.CalendarDays.Add(known[row.Date] = day = new CalendarDay { Date = row.Date });
            }
            if (!day.IsByHand)
            {
                (day.Kind, day.Name, day.Source, day.IsConfirmed, day.OpensAt, day.ClosesAt) = (row.Kind, row.Name, row.Source ?? "", row.Confirmed, row.From, row.To);
            }
        }
        await Save(stop);
    }

    // As the routing table: a body's own lines win once they stand.
    private async Task Reminders(string folder, CancellationToken stop)
    {
        if (await db.ReminderRules.AnyAsync(stop))
        {
            return;
        }
        foreach (var row in Read<List<ReminderRow>>(folder, "reminders.yaml") ?? [])
        {
            db.ReminderRules.AddRange(row.AsRules());
        }
        await Save(stop);
    }

    private async Task RetentionRules(string folder, CancellationToken stop)
    {
        if (await db.RetentionRules.AnyAsync(stop))
        {
            return;
        }
        foreach (var row in Read<List<RetentionRow>>(folder, "retention.yaml") ?? [])
        {
            if (row.Months is < RetentionRule.LeastMonths or > RetentionRule.MostMonths)
            {
                report.Problems.Add(new SeedProblem(Path.Combine(folder, "retention.yaml"), 0, $"{row.Kind}: between {RetentionRule.LeastMonths} and {RetentionRule.MostMonths} months"));
                continue;
            }
            db.RetentionRules.Add(new RetentionRule { Kind = row.Kind }).Entity.Set(row.Months, row.Basis, Guid.Empty, DateTimeOffset.UnixEpoch);
        }
        await Save(stop);
    }

    /// <summary>What is shown first for which words; after the pages, which the lines name.</summary>
    public async Task Pins(string folder, CancellationToken stop)
    {
        if (Read<List<PinRow>>(folder, "pins.yaml") is not { Count: > 0 } rows || await db.PinnedAnswers.AnyAsync(stop))
        {
            return;
        }
        var items = await db.ContentItems.AsNoTracking().ToDictionaryAsync(item => $"{item.Type}/{item.Key}", item => item.Id, stop);
        foreach (var row in rows)
        {
            if (row.Asks.Count == 0 || !items.TryGetValue(row.Item, out var item))
            {
                report.Problems.Add(new SeedProblem(Path.Combine(folder, "pins.yaml"), 0, $"“{row.Item}” is no page of this site, or no words ask for it"));
                continue;
            }
            db.PinnedAnswers.Add(new PinnedAnswer { Text = string.Join('\n', row.Asks), ItemId = item, From = row.From, Until = row.Until, ChangedAt = DateTimeOffset.UnixEpoch });
        }
        await Save(stop);
    }

    private async Task SearchWords(string folder, CancellationToken stop)
    {
        if (await db.WordGroups.AnyAsync(stop))
        {
            return;
        }
        foreach (var row in Read<List<SearchWordsRow>>(folder, "search-words.yaml") ?? [])
        {
            db.WordGroups.Add(new WordGroup { Text = string.Join('\n', row.Same ?? row.Asks ?? []), OnlyAsks = row.Asks is not null, ChangedAt = DateTimeOffset.UnixEpoch });
        }
        await Save(stop);
    }

    private async Task AnswerTemplates(string folder, CancellationToken stop)
    {
        if (await db.AnswerTemplates.AnyAsync(stop))
        {
            return;
        }
        var units = await db.Units.ToDictionaryAsync(unit => unit.Code, unit => (Guid?)unit.Id, stop);
        foreach (var row in Read<List<AnswerTemplateRow>>(folder, "answers.yaml") ?? [])
        {
            db.AnswerTemplates.Add(new AnswerTemplate
            {
                Name = row.Name,
                Field = row.Field,
                UnitId = row.Unit is { Length: > 0 } unit ? units.GetValueOrDefault(unit) : null,
                Checked = row.Checked,
                Conclusion = row.Conclusion,
                NextStep = row.NextStep,
                Contact = row.Contact,
                IsOff = row.Off,
                ChangedAt = DateTimeOffset.UnixEpoch,
            });
        }
        await Save(stop);
    }

    // The table starts from the seed; once it stands, the body's own changes win.
    private async Task RoutingTable(string folder, CancellationToken stop)
    {
        if (await db.RoutingRules.AnyAsync(stop) || await db.RoutingTables.AnyAsync(stop))
        {
            return;
        }
        var (order, beginning) = (0, DateTimeOffset.UnixEpoch);
        db.RoutingTables.Add(new RoutingTable { Number = 1, EffectiveFrom = beginning, MadeAt = beginning, Why = "Bản đầu, từ dữ liệu ban đầu" });
        foreach (var row in Read<List<RoutingRow>>(folder, "routing.yaml") ?? [])
        {
            try
            {
                db.RoutingRules.Add(row.AsRule(order++));
            }
            catch (ArgumentException unknown)
            {
                report.Problems.Add(new SeedProblem(Path.Combine(folder, "routing.yaml"), order, unknown.Message));
            }
        }
        await Save(stop);
    }

    private async Task Mails(string folder, CancellationToken stop)
    {
        var known = await db.MailTemplates.ToListAsync(stop);
        foreach (var row in Read<List<MailRow>>(folder, "mail.yaml") ?? [])
        {
            if (!known.Exists(template => template.Key == row.Key && template.Culture == row.Culture))
            {
                db.MailTemplates.Add(new MailTemplate { Key = row.Key, Culture = row.Culture, Subject = row.Subject, Body = row.Body });
            }
        }
        await Save(stop);
    }

    // Posted once for good: a notice that staff took down does not come back with the next start.
    private async Task Notices(string folder, CancellationToken stop)
    {
        if (Read<SiteFile>(folder, "site.yaml")?.Alert is not { } alert)
        {
            return;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{alert.Text}\n{alert.TextEn}\n{alert.Link}\n{alert.From:O}\n{alert.Until:O}")));
        if (!await db.Notices.AnyAsync(notice => notice.SeedHash == hash, stop))
        {
            db.Notices.Add(new Notice { Severity = alert.Severity, Text = alert.Text, TextEn = alert.TextEn, Link = alert.Link, From = alert.From, Until = alert.Until, PostedAt = alert.From, SeedHash = hash });
        }
        await Save(stop);
    }

    private async Task Save(CancellationToken stop)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            report.Added += entry.State == EntityState.Added ? 1 : 0;
            report.Changed += entry.State == EntityState.Modified ? 1 : 0;
            report.Unchanged += entry.State == EntityState.Unchanged ? 1 : 0;
        }
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private T? Read<T>(string folder, string name) where T : class
    {
        var path = Path.Combine(folder, name);
        try
        {
            return File.Exists(path) ? SeedYaml.Read<T>(File.ReadAllText(path)) : null;
        }
        catch (YamlException wrong)
        {
            report.Problems.Add(new SeedProblem(path, wrong.Start.Line, wrong.InnerException?.Message ?? wrong.Message));
            return null;
        }
    }
}
