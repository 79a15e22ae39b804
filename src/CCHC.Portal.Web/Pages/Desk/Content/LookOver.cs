using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Asks the rules what is wrong with a text, with what the portal knows around it: its library, its links, its units.</summary>
public sealed class LookOver(PortalDb db, Visit visit, MediaShelf shelf, Publishing publishing, Media.MediaAtHand files, TimeProvider clock)
{
    private const int MostLinks = 100;

    /// <summary>The findings, what must be mended first. <paramref name="ownerUnit"/> is told where the form says another than the item.</summary>
    public async Task<IReadOnlyList<Finding>> Of(Edition edition, CancellationToken stop, string? ownerUnit = null)
    {
        var (body, media) = (edition.Body, await shelf.Of(visit.Site.Id, stop));
        var broken = await Broken(LinkQueries.AddressesIn(edition.Kind, body).Take(MostLinks).ToList(), stop);
        var read = Proofreading.Of(new ProofreadingOf(edition.Kind, edition.Title, edition.Summary, body)
        {
            HasTopic = edition.Topics.Count > 0,
            HasOwner = !string.IsNullOrEmpty(ownerUnit ?? edition.Item?.OwnerUnit),
            Today = VietnamTime.Day(clock.GetUtcNow()),
            Media = name => media.GetValueOrDefault(name),
            Broken = address => broken.GetValueOrDefault(LinkQueries.Plain(address)),
        });
        // What the library says of files anywhere in the text, where the reading has not named them yet; of those readers cannot see it knows why.
        var library = await files.WarningsFor(edition, stop);
        read = [.. read.Where(finding => finding.Quoted is not { } file || media.ContainsKey(file) || !library.Any(found => found.Words.Contains(file, StringComparison.Ordinal)))];
        var hindrances = (await files.HindrancesFor(edition, stop)).Select(found => found.Words).ToHashSet();
        var more = library.Where(found => !read.Any(finding => finding.Quoted is { } file && found.Words.Contains(file, StringComparison.Ordinal)))
            .Select(found => new Finding(hindrances.Contains(found.Words), found.Field is null ? null : "Body." + found.Field, found.Words));
        var loop = await db.WhyNotItsTies(edition, stop) is { } why ? [new Finding(true, "Body.ReplacedBy", why)] : Array.Empty<Finding>();
        return [.. read.Concat(more).Concat(loop).OrderByDescending(finding => finding.Must)];
    }

    private async Task<Dictionary<string, string>> Broken(List<string> addresses, CancellationToken stop)
    {
        var known = await db.LinkChecks.AsNoTracking().Where(check => addresses.Contains(check.Address) && check.BrokenSince != null).ToListAsync(stop);
        var broken = known.Where(check => !check.IsOwnPage).ToDictionary(check => check.Address, check => $"từ {VietnamTime.ShortDate(check.BrokenSince!.Value)}: {check.Reason}");
        foreach (var address in addresses.Where(address => address.StartsWith('/')))
        {
            if (!await db.IsOwnPage(publishing, address, stop))
            {
                broken[address] = ": trong cổng không có trang này";
            }
        }
        return broken;
    }
}
