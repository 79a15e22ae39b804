using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Keeps a case from those it is about, and finds who may have it instead: the upper level, by the units' data and the site's setting.</summary>
public sealed class Conflicts(PortalDb db)
{
    /// <summary>Kinds that accuse by themselves: their text is searched for whom. Whom the sender names is kept out whatever the kind, praise excepted.</summary>
    public static bool Accuses(FeedbackKind kind) => kind is FeedbackKind.Report or FeedbackKind.Recommendation or FeedbackKind.AdministrativeComplaint or FeedbackKind.Denunciation;

    /// <summary>Writes down whom the case is about and keeps them from it.</summary>
    public async Task Note(SiteMap site, Feedback feedback, AboutWhom whom, AboutSource source, Guid? by, DateTimeOffset now, CancellationToken stop)
    {
        var named = await Named(whom, stop);
        var about = new CaseAbout
        {
            SiteId = site.Id,
            FeedbackId = feedback.Id,
            UnitId = whom.UnitId,
            Post = whom.Post,
            PersonId = named is [var one] ? one : null,
            Name = whom.Name,
            Source = source,
            MarkedBy = by,
            At = now,
        };
        var (units, people) = await Barred(site, whom, stop);
        var bars = units.Select(unit => Bar(about, unit, null)).Concat(people.Select(person => Bar(about, null, person))).ToList();
        feedback.IsAbout(about, bars, Words(site, whom, source), now);
    }

    /// <summary>The units and people whom this is about.</summary>
    public async Task<(IReadOnlyList<Guid> Units, IReadOnlyList<Guid> People)> Barred(SiteMap site, AboutWhom whom, CancellationToken stop)
    {
        var units = Units(site, whom);
        var people = await db.Memberships.Where(held => units.Contains(held.UnitId)).Select(held => held.PersonId).Distinct().ToListAsync(stop);
        return (units, [.. people.Union(await Named(whom, stop))]);
    }

    /// <summary>The unit that may have the case in place of the one the table names; null: an intake officer who may read it decides.</summary>
    public async Task<Unit?> Instead(SiteMap site, Feedback feedback, Unit? routed, CancellationToken stop)
    {
        if (feedback.Abouts.Count == 0)
        {
            return routed;
        }
        if (!feedback.IsBarred)
        {
            return null;   // somebody is named whom nobody knows yet: a person finds out before a unit reads it
        }
        var free = routed is not null && !feedback.IsBarredTo(routed.Id);
        if (!await HasIntake(site, feedback, stop))
        {
            return free ? routed : Upper(site, feedback);
        }
        var waits = routed is null || feedback.NeedsHumanCheck || (!free && feedback.Abouts.Exists(about => about.Source == AboutSource.Text));
        return waits ? null : free ? routed : Upper(site, feedback);
    }

    /// <summary>The unit above those the case is about that it is not about itself; null: above the body's top, so that a person hands it over.</summary>
    public static Unit? Upper(SiteMap site, Feedback feedback)
    {
        var accused = feedback.Abouts.Where(about => about.Stands).Select(about => site.UnitById(about.UnitId)).OfType<Unit>().LastOrDefault();
        for (var above = site.Above(accused); above is not null; above = site.Above(above))
        {
            if (!feedback.IsBarredTo(above.Id))
            {
                return above.Kind is UnitKind.Internal or UnitKind.Peer ? above : null;
            }
        }
        return null;
    }

    // Whose unit is accused, and every unit below it; of the body's top only the leadership itself, or nobody would be left.
    private static List<Guid> Units(SiteMap site, AboutWhom whom) =>
        site.UnitById(whom.UnitId) is not { } unit ? [] : unit.Code == site.Profile.RootUnit ? [unit.Id] : [.. site.Below(unit.Id)];

    // Whoever bears the name that was said, in whatever unit: they may have moved since.
    private async Task<List<Guid>> Named(AboutWhom whom, CancellationToken stop)
    {
        var said = $" {Words(whom.Name)} ";
        if (said.Trim().Split(' ').Length < 2)
        {
            return [];
        }
        var people = await db.People.AsNoTracking().Select(person => new { person.Id, person.FullName }).ToListAsync(stop);
        return [.. people.Where(person => Words(person.FullName) is { Length: > 0 } name && said.Contains($" {name} ", StringComparison.Ordinal)).Select(person => person.Id)];
    }

    private static string Words(string text) => VietnameseText.Fold(new string([.. text.Select(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark ? c : ' ')]));

    private async Task<bool> HasIntake(SiteMap site, Feedback feedback, CancellationToken stop)
    {
        var intake = await db.People.AsNoTracking().Where(person => person.IsActive && person.Memberships.Any(held => held.Role == Role.IntakeOfficer)).Include(person => person.Memberships).ToListAsync(stop);
        return intake.Exists(person => !feedback.IsBarredTo(person.Id, person.Memberships.SelectMany(held => site.AnswersFor(held.UnitId))));
    }

    private static CaseBar Bar(CaseAbout about, Guid? unit, Guid? person) =>
        new() { SiteId = about.SiteId, FeedbackId = about.FeedbackId, AboutId = about.Id, UnitId = unit, PersonId = person };

    private static string Words(SiteMap site, AboutWhom whom, AboutSource source)
    {
        var who = source switch { AboutSource.Sender => "Người gửi nói rõ", AboutSource.Officer => "Cán bộ ghi", _ => "Nội dung có dấu hiệu" };
        var post = whom.Post switch { AboutPost.Unit => "đơn vị", AboutPost.Head => "người đứng đầu", _ => "một cán bộ" };
        return $"{who}: phản ánh về {post} {site.UnitById(whom.UnitId)?.Name}{(whom.Name == "" ? "" : $" ({whom.Name})")}. Những người đó không đọc, không xử lý vụ việc này.";
    }
}
