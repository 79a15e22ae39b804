using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Answers;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Channels;
using CCHC.Portal.Content.Notices;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Writes what a site stands on: itself, its units, calendar, routing table and mails.</summary>
internal sealed class ExportBasics(PortalDb db, SiteMap site, ExportReport report)
{
    public async Task<IReadOnlyList<(string Name, string Text)>> Texts(CancellationToken stop) =>
    [
        ("site.yaml", SeedWriting.Yaml(await Site(stop))),
        ("units.yaml", Rows(await Units(stop))),
        ("calendar.yaml", SeedWriting.Yaml(await Calendar(stop))),
        ("routing.yaml", Rows(await RoutingTable(stop))),
        ("reminders.yaml", Rows(await Reminders(stop))),
        ("retention.yaml", Rows(await RetentionRules(stop))),
        ("answers.yaml", Rows(await AnswerTemplates(stop))),
        ("search-words.yaml", Rows(await SearchWords(stop))),
        ("questions.yaml", Rows(await Questions(stop))),
        ("mail.yaml", Rows(await Mails(stop))),
    ];

    private async Task<List<SearchWordsRow>> SearchWords(CancellationToken stop) =>
        [.. (await db.WordGroups.AsNoTracking().ToListAsync(stop)).OrderBy(group => group.OnlyAsks).ThenBy(group => group.Text, StringComparer.Ordinal).Select(group =>
            group.OnlyAsks ? new SearchWordsRow { Asks = [.. group.Phrases] } : new SearchWordsRow { Same = [.. group.Phrases] })];

    private string Rows<T>(List<T> rows) where T : notnull
    {
        report.Rows += rows.Count;
        return SeedWriting.Yaml(rows);
    }

    private async Task<SiteFile> Site(CancellationToken stop)
    {
        var profile = (await db.Sites.AsNoTracking().SingleAsync(one => one.Id == site.Id, stop)).Profile;
        var file = new SiteFile { Key = site.Key, Alert = await Alert(stop) };
        // What the file and the profile both know bears the same name in both.
        foreach (var property in typeof(SiteFile).GetProperties())
        {
            if (typeof(SiteProfile).GetProperty(property.Name) is { } known && known.PropertyType == property.PropertyType)
            {
                property.SetValue(file, known.GetValue(profile));
            }
        }
        return file;
    }

    private async Task<SiteAlert?> Alert(CancellationToken stop)
    {
        var standing = await db.Notices.AsNoTracking().Where(notice => notice.EndedAt == null).OrderByDescending(notice => notice.PostedAt).ToListAsync(stop);
        var alerts = standing.Where(notice => notice.Kind == NoticeKind.Alert && notice.About == "").ToList();
        report.LeftOut.AddRange(alerts.Skip(1).Select(notice => $"notice “{notice.Text}”: a site starts with one"));
        report.LeftOut.AddRange(standing.Except(alerts).Select(notice => $"notice “{notice.Text}”: {(notice.About == "" ? notice.Kind.ToString() : notice.About)} is of these days, a site does not start with it"));
        return alerts.FirstOrDefault() is not { } first ? null
            : new SiteAlert { Text = first.Text, TextEn = first.TextEn, Link = first.Link, Severity = first.Severity, From = first.From, Until = first.Until };
    }

    private async Task<List<UnitRow>> Units(CancellationToken stop)
    {
        var units = await db.Units.AsNoTracking().ToListAsync(stop);
        var codes = units.ToDictionary(unit => unit.Id, unit => unit.Code);
        return [.. units.OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => new UnitRow
        {
            Code = unit.Code,
            Name = unit.Name,
            NameEn = unit.NameEn,
            Parent = unit.ParentId is { } above ? codes.GetValueOrDefault(above) : null,
            Upper = unit.Upper == "" ? null : unit.Upper,
            Kind = unit.Kind,
            Phone = unit.Phone,
            Duties = unit.Duties,
            Approved = unit.AnswersNeedApproval,
        })];
    }

    private async Task<List<AnswerTemplateRow>> AnswerTemplates(CancellationToken stop) =>
        [.. (await db.AnswerTemplates.AsNoTracking().OrderBy(template => template.Name).ThenBy(template => template.Id).ToListAsync(stop)).Select(template => new AnswerTemplateRow
        {
            Name = template.Name,
            Unit = site.UnitById(template.UnitId)?.Code,
            Field = template.Field,
            Checked = template.Checked,
            Conclusion = template.Conclusion,
            NextStep = template.NextStep,
            Contact = template.Contact,
            Off = template.IsOff,
        })];

    // One line for each unit, clock and step, its posts in the order of their names.
    private async Task<List<ReminderRow>> Reminders(CancellationToken stop) =>
        [.. (await db.ReminderRules.AsNoTracking().ToListAsync(stop)).GroupBy(rule => (rule.UnitCode, rule.Clock, rule.Step))
            .OrderBy(same => same.Key.UnitCode, StringComparer.Ordinal).ThenBy(same => same.Key.Clock).ThenBy(same => same.Key.Step)
            .Select(same => new ReminderRow { Unit = same.Key.UnitCode, Clock = same.Key.Clock, Step = same.Key.Step, Tell = [.. same.Select(rule => rule.Post).Order(StringComparer.Ordinal)] })];

    private async Task<List<RetentionRow>> RetentionRules(CancellationToken stop) =>
        [.. (await db.RetentionRules.AsNoTracking().ToListAsync(stop)).OrderBy(rule => rule.Kind).Select(rule => new RetentionRow { Kind = rule.Kind, Months = rule.Months, Basis = rule.Basis })];

    /// <summary>What a site does not give away with its pages: who works there, and the doors to other bodies with their keys.</summary>
    public async Task NamePeople(CancellationToken stop)
    {
        if (await db.Memberships.CountAsync(stop) is > 0 and var posts)
        {
            report.LeftOut.Add($"people: {posts} posts with their names and passwords stay here");
        }
        report.LeftOut.AddRange((await db.ExchangePeers.AsNoTracking().OrderBy(peer => peer.Code).ToListAsync(stop)).Select(peer => $"exchange with {peer.Code}: its keys stay here"));
    }

    private async Task<List<QuestionRow>> Questions(CancellationToken stop) =>
        [.. (await db.FormQuestions.AsNoTracking().OrderBy(question => question.Order).ToListAsync(stop)).Select(QuestionRow.Of)];

    private async Task<CalendarFile> Calendar(CancellationToken stop)
    {
        var days = await db.CalendarDays.AsNoTracking().OrderBy(day => day.Date).ToListAsync(stop);
        report.Rows += days.Count;
        return new CalendarFile
        {
            Hours = Spans(site.Profile.Hours),
            Days = [.. days.Select(day => new CalendarRow { Date = day.Date, Kind = day.Kind, Name = day.Name, Source = day.Source, Confirmed = day.IsConfirmed, From = day.OpensAt, To = day.ClosesAt })],
        };
    }

    // Days with the same hours stand together again, Monday first.
    private static List<OpeningSpan> Spans(IEnumerable<OpeningHours> hours) =>
        [.. hours.GroupBy(one => (one.From, one.To))
            .Select(span => new OpeningSpan { Days = [.. span.Select(one => (Weekday)one.Day).OrderBy(FromMonday)], From = span.Key.From, To = span.Key.To })
            .OrderBy(span => FromMonday(span.Days[0])).ThenBy(span => span.From).ThenBy(span => span.To)];

    private static int FromMonday(Weekday day) => ((int)day + 6) % 7;

    // The newest version only: a seed has no history.
    private async Task<List<RoutingRow>> RoutingTable(CancellationToken stop)
    {
        var newest = await db.RoutingRules.MaxAsync(rule => (int?)rule.TableNumber, stop);
        var rules = await db.RoutingRules.AsNoTracking().Where(rule => rule.TableNumber == newest).OrderBy(rule => rule.Order).ToListAsync(stop);
        report.LeftOut.AddRange(rules.Where(rule => rule.OwnerId is not null).Select(rule => $"routing line {rule.Order + 1} to {rule.UnitCode}: the person who has its cases stays here"));
        if (await db.RoutingTables.AnyAsync(table => table.Number == newest && table.UnmatchedOwnerId != null, stop))
        {
            report.LeftOut.Add("routing: the person who has what no line fits stays here");
        }
        return
        [
            .. rules.Select(rule => new RoutingRow
            {
                Kind = rule.Kind?.ToString() ?? "*",
                Field = rule.Field?.ToString() ?? "*",
                Place = rule.Place,
                Tag = rule.Tag,
                Unit = rule.UnitCode,
                Supporting = [.. rule.Supporting.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                Note = rule.Note,
            }),
        ];
    }

    private async Task<List<MailRow>> Mails(CancellationToken stop) =>
        [.. (await db.MailTemplates.AsNoTracking().ToListAsync(stop)).OrderBy(mail => mail.Key, StringComparer.Ordinal).ThenByDescending(mail => mail.Culture, StringComparer.Ordinal)
            .Select(mail => new MailRow { Key = mail.Key, Culture = mail.Culture, Subject = mail.Subject, Body = mail.Body })];
}
