using System.Globalization;
using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Who opened what and when, for a second pair of eyes; whether lines are missing; how many came, when they are enough to tell. Nothing of what they say.</summary>
[Needs(Deed.AuditSealed)]
public sealed class LogModel(SealedStore store, SealedLog log, SealedRetention retention, SealedAtHand hand, PortalDb db, Visit visit) : PageModel
{
    private const int Shown = 500;

    public IReadOnlyList<(string Code, string Who, string What, string When)> Lines { get; private set; } = [];
    public IReadOnlyList<string> Broken { get; private set; } = [];
    public IReadOnlyList<(int Year, int? Count)> Years { get; private set; } = [];
    public IReadOnlyList<(SealedPurge Purge, string Count, string Who, string ProposedBy)> Purges { get; private set; } = [];

    /// <summary>Nobody from above could read what is aimed at the top.</summary>
    public bool NobodyAbove { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (lines, broken) = (new List<(SealedAccess Access, string Code)>(), new List<string>());
        foreach (var kept in await store.Listed(hand.SiteId, hand.Reader, stop))
        {
            var accesses = await log.Of(kept.Id, stop);
            lines.AddRange(accesses.Select(access => (access, kept.ReferenceCode)));
            if (!log.IsWhole(kept.Id, accesses))
            {
                broken.Add(kept.ReferenceCode);
            }
        }
        var mayRead = visit.Me.Can(Deed.ReadSealed);
        var purges = await retention.Proofs(hand.SiteId, stop);
        var names = await db.NamesOf(lines.Select(line => (Guid?)line.Access.PersonId).Concat(purges.Select(purge => (Guid?)purge.PersonId)).Concat(purges.Select(purge => purge.ProposedBy)), stop);
        // Who only audits tells the cases apart, without learning a code or how many there are behind it.
        var shown = lines.OrderByDescending(line => line.Access.At).Take(Shown).ToList();
        var letters = shown.Select(line => line.Code).Concat(broken).Distinct().Select((code, index) => (code, Letter: LetterOf(index))).ToDictionary(pair => pair.code, pair => mayRead ? pair.code : pair.Letter);
        broken = broken.ConvertAll(code => letters[code]);
        Lines = [.. shown.Select(line => (letters[line.Code], names.GetValueOrDefault(line.Access.PersonId, "Người đã rời"), line.Access.What, VietnamTime.Moment(line.Access.At)))];
        Purges = [.. purges.Select(purge => (purge, mayRead || purge.Count >= SealedStore.LeastTold ? purge.Count.ToString(CultureInfo.InvariantCulture) : "dưới 5", names.GetValueOrDefault(purge.PersonId, "Người đã rời"), purge.ProposedBy is { } first ? names.GetValueOrDefault(first, "Người đã rời") : ""))];
        (Broken, Years) = (broken, await store.Counted(hand.SiteId, hand.Reader, stop));
        var above = visit.Site.UnitByCode(visit.Site.Profile.AboveTop)?.Id;
        NobodyAbove = !await db.People.AnyAsync(person => person.IsActive && person.TwoFactorEnabled && person.Memberships.Any(held => held.Role == Role.SealedOfficer && held.UnitId == above), stop);
    }

    // A, B, … Z, AA, AB: by when they were opened last, so that they say nothing from one visit to the next.
    private static string LetterOf(int index) => (index >= 26 ? LetterOf((index / 26) - 1) : "") + (char)('A' + (index % 26));
}
