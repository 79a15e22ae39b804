using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Begins a new text of a kind, or the English of one there is.</summary>
[Needs(Deed.WriteContent), Takes(Limits.EditorForm), RequestFormLimits(ValueCountLimit = 3_000)]
public sealed class NewModel(EditionAtHand hand, Typing typing, PortalDb db, Visit visit, MediaShelf shelf) : PageModel
{
    private const int AnswersShown = 10;

    [BindProperty(SupportsGet = true, Name = "ban-dich-cua")] public Guid? Original { get; set; }
    public EditorPage? Screen { get; private set; }

    /// <summary>Answers before readers of which nobody has made a question yet.</summary>
    public IReadOnlyList<PublicAnswer> Answers { get; private set; } = [];
    public string Culture => Original is null ? "vi" : "en";

    public async Task<IActionResult> OnGetAsync(string? type, CancellationToken stop)
    {
        if (type is null)
        {
            var items = db.ContentItems;
            Answers = await db.PublicAnswers.AsNoTracking().Published().Where(answer => !items.Any(item => item.MadeFrom == answer.Id)).OrderByDescending(answer => answer.DecidedAt).Take(AnswersShown).ToListAsync(stop);
            return Page();
        }
        var (kind, original) = await Begin(type, stop);
        if (kind is null)
        {
            return NotFound();
        }
        var kept = await typing.Kept(Typing.PlaceOf(kind.Key, Original), stop);
        var form = kept is not null ? EditorForm.Of(kind, Typing.Form(kept))
            : original is not null ? EditorForm.Of(original)
            : EditorForm.Empty(kind, visit.Site.UnitById(visit.Me.HomeUnitId)?.Code, Outline.TextOf(kind, Request.Query["khung-bai"]));
        await Show(form, original, stop);
        Screen = Screen! with { Kept = kept, Saved = TempData[Typing.Saved] as string };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? type, CancellationToken stop)
    {
        var (kind, original) = await Begin(type, stop);
        if (kind is null)
        {
            return NotFound();
        }
        var form = EditorForm.Of(kind, Request.Form);
        await Show(form, original, stop);
        Screen = Screen! with { Fresh = "typed" };
        if (Request.Form.ContainsKey("Add"))
        {
            return Page();
        }
        var body = form.Check();
        await hand.Check(form, original?.Item, stop);
        if (await hand.AddressIsTaken(kind, Culture, form.Slug, original?.ItemId ?? Guid.Empty, stop))
        {
            form.Problems.Add(new("Slug", "Địa chỉ này đang có bài khác dùng."));
        }
        if (form.Problems.Count > 0)
        {
            return this.Invalid();
        }
        var item = original?.Item ?? await hand.NewItem(kind, form.Slug != "" ? form.Slug : Slug.From(form.Title), stop);
        var edition = hand.Add(new Edition { ItemId = item.Id, Item = item, Type = kind.Key, Culture = Culture, Number = 1, AuthorId = hand.Me, TranslatedFrom = original?.Number });
        hand.Record("content-begun", edition, form.Title);
        await hand.Save(edition, form, body, Typing.PlaceOf(kind.Key, Original), stop);
        TempData[Typing.Saved] = Typing.PlaceOf(kind.Key, Original);
        TempData["Flash"] = "Đã lưu bản nháp.";
        return RedirectToPage("Edit", new { id = edition.Id });
    }

    // Nothing for a kind there is not, a text somebody may not write, or one that has its English already.
    private async Task<(ContentType?, Edition?)> Begin(string? type, CancellationToken stop)
    {
        if (Original is not { } id)
        {
            return (ContentTypes.Find(type), null);
        }
        return await hand.ToWrite(id, stop) is { } original && original.Type == type && visit.Site.Profile.Cultures.Contains("en")
            && visit.Me.CanIn(Deed.WriteContent, "en")
            && !await db.Editions.AnyAsync(edition => edition.ItemId == original.ItemId && edition.Culture == "en", stop)
            ? (original.Kind, original) : (null, null);
    }

    private async Task Show(EditorForm form, Edition? original, CancellationToken stop) => Screen = new EditorPage(form)
    {
        Place = Typing.PlaceOf(form.Type.Key, Original),
        Original = original is null ? null : EditorForm.Of(original),
        Units = [.. visit.Site.Units.Where(unit => unit.Kind == UnitKind.Internal)],
        Topics = await hand.Topics(stop),
        Sources = await db.NewsSources(stop),
        Shelf = [.. (await shelf.Of(visit.Site.Id, stop)).Values.Select(file => (file.Name, file.Alt))],
    };
}
