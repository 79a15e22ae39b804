using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Documents;

/// <summary>Documents somebody must see to: signed and not posted in time, tied to what is not here, with files no word was found in (P6).</summary>
[Needs(Deed.WriteContent)]
public sealed class IndexModel(PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    private const int Most = 2_000;

    public int All { get; private set; }

    /// <summary>Signed by this body more than five working days ago.</summary>
    public IReadOnlyList<DocumentToSee> Late { get; private set; } = [];

    /// <summary>The same of other bodies: no duty of ours, but residents wait.</summary>
    public IReadOnlyList<DocumentToSee> LateOfOthers { get; private set; } = [];

    public IReadOnlyList<DocumentToSee> Loose { get; private set; } = [];
    public IReadOnlyList<DocumentToSee> Unread { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var mine = db.Editions.AsNoTracking().WritableBy(visit.Me).OfType(ContentTypes.LegalDocument).Where(edition => edition.Culture == "vi");
        var waiting = (await mine.Where(edition => (edition.State == EditionState.Draft || edition.State == EditionState.InReview || edition.State == EditionState.Approved || edition.State == EditionState.Scheduled)
                && !edition.Item!.Editions.Any(other => other.State == EditionState.Published)).OrderBy(edition => edition.ChangedAt).Take(Most).ToListAsync(stop))
            .Select(edition => (Edition: edition, Document: edition.As<LegalDocument>())).Select(pair => (pair.Edition, pair.Document, Due: PostingRule.Missed(pair.Document, visit.Site.Calendar, today)))
            .Where(one => one.Due is not null).OrderBy(one => one.Due).ToLookup(one => IsOurs(one.Document.Issuer), one => See(one.Edition, one.Document, $"ký {VietnamTime.ShortDate(one.Document.IssuedOn!.Value)}, hạn đăng {VietnamTime.ShortDate(one.Due!.Value)} · {Desk.Content.EditionWords.Of(one.Edition.State).ToLowerInvariant()}"));
        (Late, LateOfOthers) = ([.. waiting[true]], [.. waiting[false]]);
        var live = (await mine.Live().Include(edition => edition.Item).OrderBy(edition => edition.TitleFolded).Take(Most).ToListAsync(stop)).Select(edition => (Edition: edition, Document: edition.As<LegalDocument>())).ToList();
        All = live.Count;
        var keys = (await db.ContentItems.Where(item => item.Type == ContentTypes.LegalDocument.Key).Select(item => item.Key).ToListAsync(stop)).ToHashSet();
        Loose = [.. live.Select(pair => (pair.Edition, pair.Document, Missing: pair.Document.Ties(pair.Edition.Item!.Key).SelectMany(tie => new[] { tie.Newer, tie.Older }).Where(key => !keys.Contains(key)).Distinct().ToList()))
            .Where(one => one.Missing.Count > 0).Select(one => See(one.Edition, one.Document, "không có trong thư viện: " + string.Join(", ", one.Missing)))];
        Unread = [.. await FilesUnread(live, stop)];
    }

    private async Task<IEnumerable<DocumentToSee>> FilesUnread(IReadOnlyList<(Edition Edition, LegalDocument Document)> live, CancellationToken stop)
    {
        var papers = await db.PaperOutcomes([.. live.SelectMany(pair => pair.Document.Files).Select(file => file.File).Distinct()], stop);
        return live.SelectMany(pair => pair.Document.Files.Select(file => papers.GetValueOrDefault(file.File)).OfType<PaperText>().Where(paper => paper.Outcome != PaperOutcome.Read).DistinctBy(paper => paper.Sha256)
            .Select(paper => See(pair.Edition, pair.Document, paper.Words())));
    }

    private bool IsOurs(string issuer) => visit.Site.Units.Where(unit => unit.Kind == Sites.UnitKind.Internal).Select(unit => unit.Name).Append(visit.Site.Profile.Body)
        .Any(name => name != "" && VietnameseText.Fold(issuer).Contains(VietnameseText.Fold(name), StringComparison.Ordinal));

    private static DocumentToSee See(Edition edition, LegalDocument document, string words) => new(edition.Id, $"{document.Number} · {edition.Title}", words);
}

/// <summary>A document in a list of those to be seen to, and why.</summary>
public sealed record DocumentToSee(Guid Id, string Title, string Words);
