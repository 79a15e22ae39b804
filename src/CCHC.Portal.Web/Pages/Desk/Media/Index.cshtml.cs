using CCHC.Portal.Content;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Media;

/// <summary>The site's pictures, clips, recordings and papers, newest first.</summary>
[Needs(Deed.ManageMedia)]
public sealed class IndexModel(PortalDb db, Visit visit, MediaAtHand hand) : PageModel
{
    private const int Size = 24;

    public static readonly IReadOnlyList<(string Key, MediaState State)> States = [("", MediaState.Active), ("da-go", MediaState.Withdrawn), ("thung-rac", MediaState.Trashed)];

    [BindProperty(SupportsGet = true, Name = "tinh-trang")] public string? State { get; set; }
    [BindProperty(SupportsGet = true, Name = "loai")] public string? Kind { get; set; }
    [BindProperty(SupportsGet = true, Name = "thu-muc")] public string? Folder { get; set; }
    [BindProperty(SupportsGet = true, Name = "van-de")] public string? Trouble { get; set; }
    [BindProperty(SupportsGet = true, Name = "the")] public string? Tag { get; set; }
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "trang")] public int? Number { get; set; }

    public IReadOnlyList<MediaTile> Tiles { get; private set; } = [];
    public IReadOnlyList<(string Key, string Label, int Count, string Address)> Tabs { get; private set; } = [];
    public IReadOnlyList<(string Key, string Name)> Folders { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    public async Task OnGetAsync(CancellationToken stop)
    {
        var found = await Found(stop);
        Tabs = [.. States.Select(tab => (tab.Key, MediaWords.Of(tab.State), found.Count(file => file.State == tab.State), AddressOf(tab.Key)))];
        var state = States.FirstOrDefault(tab => tab.Key == State).State;
        var chosen = found.Where(file => file.State == state).ToList();
        var page = Pager.Within(Number, chosen.Count, Size);
        Tiles = [.. chosen.Skip((page - 1) * Size).Take(Size).Select(file => MediaTile.Of(file, visit.Site, hand.Today))];
        Pager = new Pager(page, chosen.Count, "tệp", Pager.AddressHere(Request), Size);
        Folders = [.. (await db.MediaFiles.Select(file => file.Folder).Distinct().ToListAsync(stop)).Select(folder => (folder, MediaWords.FolderOf(folder, visit.Site))).OrderBy(folder => folder.folder == MediaFile.CommonFolder ? 0 : 1).ThenBy(folder => folder.Item2, StringComparer.Ordinal)];
    }

    // Words are compared without their marks, which neither database does; a library is small enough to read.
    private async Task<List<MediaFile>> Found(CancellationToken stop)
    {
        var files = db.MediaFiles.AsNoTracking();
        if (MediaWords.Kinds.FirstOrDefault(kind => kind.Key == Kind) is { Key: not null } kind)
        {
            files = files.Where(file => file.Kind == kind.Kind);
        }
        if (!string.IsNullOrEmpty(Folder))
        {
            files = files.Where(file => file.Folder == Folder);
        }
        var wanted = VietnameseText.Fold(Words);
        var rows = (await files.ToListAsync(stop)).Where(file => wanted == "" || Said(file).Contains(wanted, StringComparison.Ordinal))
            .Where(file => string.IsNullOrEmpty(Tag) || file.Tags.Split('\n').Contains(Tag));
        var used = Trouble == "chua-dung" ? await db.MediaInUse(stop) : [];
        return [.. rows.Where(file => HasTrouble(file, used)).OrderByDescending(file => file.UploadedAt).ThenByDescending(file => file.Id)];
    }

    private bool HasTrouble(MediaFile file, HashSet<string> used) => Trouble switch
    {
        "thieu-mo-ta" => file.Problems(hand.Today).Contains(MediaProblem.NoAlt),
        "het-han" => file.Problems(hand.Today).Contains(MediaProblem.Expired),
        "thieu-dong-y" => file.Problems(hand.Today).Contains(MediaProblem.NoConsent),
        "chua-dung" => !used.Contains(file.Name),
        _ => true,
    };

    private static string Said(MediaFile file) =>
        VietnameseText.Fold(string.Join(' ', file.Name, file.Title, file.OriginalName, file.Alt, file.Caption, file.Credit, file.RightsHolder, file.Tags.Replace('\n', ' ')));

    private string AddressOf(string state) => Request.PathBase + Request.Path + QueryString.Create(new Dictionary<string, string?>
    {
        ["tinh-trang"] = state,
        ["loai"] = Kind,
        ["thu-muc"] = Folder,
        ["van-de"] = Trouble,
        ["the"] = Tag,
        ["q"] = Words,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
