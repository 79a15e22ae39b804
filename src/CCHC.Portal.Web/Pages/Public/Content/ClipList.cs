using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>What is watched or listened to, newest first.</summary>
public abstract class ClipList(PortalDb db, Visit visit, MediaShelf shelf) : PageModel
{
    public IReadOnlyList<ClipCard> Cards { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    protected abstract ContentType Type { get; }
    protected abstract string Address { get; }
    protected abstract int Size { get; }

    public async Task OnGetAsync([FromQuery(Name = "trang")] string? page, CancellationToken stop)
    {
        var clips = db.Editions.AsNoTracking().Live().OfType(Type).ForReader(visit.Culture);
        var count = await clips.CountAsync(stop);
        var wanted = Pager.Within(Pager.Asked(page), count, Size);
        Pager = new Pager(wanted, count, null, Url.Content(Address), Size);
        var media = await shelf.Of(visit.Site.Id, stop);
        Cards = [.. (await clips.Newest().Skip((wanted - 1) * Size).Take(Size).ToListAsync(stop)).Select(edition => ClipCard.Of(edition, media))];
    }
}

/// <summary>A film or recording as a list shows it.</summary>
public sealed record ClipCard(string Title, string Summary, string Address, string? Cover, string? Poster, string? Length, string Day, string Iso, bool Sample, string Culture)
{
    public static ClipCard Of(Edition edition, IReadOnlyDictionary<string, MediaFile> media)
    {
        var story = Story.Of(edition, "");
        var named = edition.Body switch { Video { File: { Length: > 0 } name } => name, Audio audio => audio.File, _ => "" };
        var file = media.GetValueOrDefault(named);
        return new ClipCard(story.Title, story.Summary, story.Address, story.Cover, file is null ? null : PlayerTagHelper.PosterOf(file, media, null),
            file?.Seconds is { } seconds ? $"{seconds / 60}:{seconds % 60:00}" : null, story.Day, story.Iso, story.Sample, story.Culture);
    }
}
