using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Opens one sealed case for a named reader who gave the password again, on record.</summary>
[Needs(Deed.ReadSealed)]
public sealed class OpenModel(SealedStore store, SealedPass passes, Credentials credentials, PortalDb db, Visit visit) : PageModel
{
    [BindProperty] public string? Password { get; set; }
    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    public SealedContent? Said { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Papers { get; private set; } = [];
    public IReadOnlyList<(string Who, string What, string When)> Accesses { get; private set; } = [];
    public string Pass { get; private set; } = "";
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        if ((await credentials.Check(User.Identity?.Name, Password, HttpContext, stop))?.Id != visit.Me.PersonId)
        {
            Problems.Add(new("Password", "Mật khẩu chưa đúng."));
            return this.Invalid();
        }
        if (await store.Open(visit.Site.Id, id, visit.Me.PersonId, "mở xem", stop) is not { } opened)
        {
            return NotFound();
        }
        (Said, Pass) = (opened.Content, passes.For(visit.Me.PersonId, id));
        Papers = [.. opened.Papers.Select(paper => (paper.Id, paper.Paper.Name))];
        await ShowAccesses(id, stop);
        return Page();
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if ((await store.Listed(visit.Site.Id, stop)).Find(kept => kept.Id == id) is not { } kept)
        {
            return false;
        }
        (Id, Code, ReceivedAt) = (id, kept.ReferenceCode, kept.ReceivedAt);
        return true;
    }

    private async Task ShowAccesses(Guid id, CancellationToken stop)
    {
        var accesses = await store.AccessesOf(id, stop);
        var names = await db.NamesOf(accesses.Select(access => (Guid?)access.PersonId), stop);
        Accesses = [.. accesses.Select(access => (names.GetValueOrDefault(access.PersonId, "Người đã rời"), access.What, VietnamTime.Moment(access.At)))];
    }
}
