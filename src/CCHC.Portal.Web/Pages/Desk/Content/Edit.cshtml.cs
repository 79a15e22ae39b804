using CCHC.Portal.Content;
using CCHC.Portal.Content.Links;
using CCHC.Portal.People;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Writes a text on; one that was published begins a new edition instead.</summary>
[Needs(Deed.WriteContent), Takes(Limits.EditorForm), RequestFormLimits(ValueCountLimit = 3_000)]
public sealed class EditModel(EditionAtHand hand, Typing typing, Review review, LookOver lookOver, PortalDb db, Visit visit, MediaShelf shelf) : PageModel
{
    [BindProperty] public int Version { get; set; }
    public Edition Edition { get; private set; } = null!;
    public EditorPage Screen { get; private set; } = null!;

    /// <summary>What somebody else saved meanwhile.</summary>
    public EditorForm? Other { get; private set; }

    /// <summary>The draft there already is beside a published text.</summary>
    public Guid? Beside { get; private set; }

    /// <summary>Who else has this form open.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public ReviewStanding? Standing { get; private set; }
    public bool MayPublish => hand.MayPublish && hand.WhyNotIn(Edition) is null;
    public bool MayPublishNow => visit.Me.Can(Deed.PublishInEmergency) && Edition.IsWritable && Edition.Kind.Approvals == 1;
    public bool MayTranslate { get; private set; }
    public bool StartsNew => !Edition.IsWritable;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        await typing.Arrive(id, stop);
        Others = await typing.Others(id, stop);
        var kept = await typing.Kept(Typing.PlaceOf(Edition), stop);
        await Show(kept is null ? EditorForm.Of(Edition) : EditorForm.Of(Edition.Kind, Typing.Form(kept)), stop);
        Screen = Screen with { Kept = kept, Version = kept?.BaseVersion ?? Edition.Version, Fresh = TempData.Peek("Flash") is null ? null : "said", Saved = TempData[Typing.Saved] as string };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Open(id, stop))
        {
            return NotFound();
        }
        var form = EditorForm.Of(Edition.Kind, Request.Form);
        await Show(form, stop);
        Screen = Screen with { Fresh = "typed" };
        if (Request.Form.ContainsKey("Add"))
        {
            Screen = Screen with { Version = Version };
            return Page();
        }
        if (Edition.Version != Version)
        {
            Other = EditorForm.Of(Edition);
            return this.Overtaken();
        }
        if (Beside is not null)
        {
            return this.Overtaken();
        }
        var body = form.Check();
        await hand.Check(form, Edition.Item, stop);
        if (await hand.AddressIsTaken(Edition.Kind, Edition.Culture, form.Slug, Edition.ItemId, stop))
        {
            form.Problems.Add(new("Slug", "Địa chỉ này đang có bài khác dùng."));
        }
        if (Unapproval.Of(Edition, Request.Form) is { } missed)
        {
            form.Problems.Add(missed);
        }
        if (form.Problems.Count > 0)
        {
            return this.Invalid();
        }
        var written = StartsNew ? await hand.NextAfter(Edition, stop) : Edition;
        await hand.Save(written, form, body, Typing.PlaceOf(Edition), stop);
        await typing.Leave(id, stop);
        TempData[Typing.Saved] = Typing.PlaceOf(Edition);
        TempData["Flash"] = StartsNew ? $"Đã lưu thành bản nháp số {written.Number}. Bản đang đăng giữ nguyên." : "Đã lưu.";
        return RedirectToPage(Request.Form["Do"] == "submit" && !StartsNew ? "Submit" : "Edit", new { id = written.Id });
    }

    /// <summary>A field's content as text, for reading beside one's own.</summary>
    public static string Said(BodyField field) => field.Sets.Count > 0
        ? string.Join('\n', field.Sets.Where(set => set.Any(part => !part.IsEmpty)).Select(set => string.Join(" · ", set.Where(part => !part.IsEmpty).Select(Said))))
        : string.Join(", ", field.Typed);

    private async Task<bool> Open(Guid id, CancellationToken stop)
    {
        if (await hand.ToWrite(id, stop) is not { } edition)
        {
            return false;
        }
        Edition = edition;
        Beside = StartsNew ? (await hand.DraftBeside(edition, stop))?.Id : null;
        MayTranslate = edition.Culture == "vi" && visit.Site.Profile.Cultures.Contains("en")
            && visit.Me.CanIn(Deed.WriteContent, "en")
            && !await db.Editions.AnyAsync(other => other.ItemId == edition.ItemId && other.Culture == "en", stop);
        Standing = edition.State == EditionState.InReview ? await review.Of(edition, stop) : null;
        return true;
    }

    private async Task Show(EditorForm form, CancellationToken stop) => Screen = new EditorPage(form)
    {
        Edition = Edition,
        Version = Edition.Version,
        Place = Typing.PlaceOf(Edition),
        Original = await hand.OriginalOf(Edition, stop) is { } original ? EditorForm.Of(original) : null,
        Units = [.. visit.Site.Units.Where(unit => unit.Kind == UnitKind.Internal)],
        Thread = await hand.Thread(Edition, stop),
        EmbeddedIn = await hand.Embedding(Edition, stop),
        Findings = await lookOver.Of(Edition, stop),
        Topics = await hand.Topics(stop),
        History = await hand.History(Edition, stop),
        Pins = await db.PinnedAnswers.AsNoTracking().Where(pin => pin.ItemId == Edition.ItemId).OrderBy(pin => pin.Text).ToListAsync(stop),
        Sources = await db.NewsSources(stop),
        Shelf = [.. (await shelf.Of(visit.Site.Id, stop)).Values.Select(file => (file.Name, file.Alt))],
    };
}
