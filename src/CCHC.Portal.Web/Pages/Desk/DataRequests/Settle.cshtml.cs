using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.DataRequests;

/// <summary>Does what a sender asked about their own data, or says why it cannot be done.</summary>
[Needs(Deed.TriageFeedback)]
public sealed class SettleModel(PortalDb db, Visit visit, Vault vault, TimeProvider clock) : PageModel
{
    private Feedback source = null!;

    [BindProperty] public string? Text { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Phone { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Go { get; set; }
    [BindProperty] public int Version { get; set; }
    public DataRequest Asked { get; private set; } = null!;
    public string Code => source.ReferenceCode;
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Find(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }
        if (Asked.Version != Version || Asked.State != DataRequestState.Asked)
        {
            return this.Overtaken();
        }
        var now = clock.GetUtcNow();
        if (Go == "seen")
        {
            Asked.Acknowledge(now);
        }
        else
        {
            Decide(now);
            if (Problems.Count == 0 && Go == "done" && Asked.Kind == DataRequestKind.Erase)
            {
                await db.Unpost(source.Id, stop);   // letters that name the sender go with the name
            }
        }
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = "data-request-" + Go, Subject = source.ReferenceCode });
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = Go == "seen" ? "Đã xác nhận." : "Đã trả lời người gửi.";
        return RedirectToPage("Index");
    }

    private void Decide(DateTimeOffset now)
    {
        Text = VietnameseText.Clean(Text);
        if (Text.Length is 0 or > 5000)
        {
            Problems.Add(new Problem("Text", "Hãy viết lời trả lời, nhiều nhất 5.000 ký tự."));
            return;
        }
        if (Go == "done" && Asked.Kind == DataRequestKind.Erase)
        {
            source.EraseIdentity(visit.Me.PersonId, now);
        }
        else if (Go == "done" && !Correct(now))
        {
            return;
        }
        Asked.Decide(Go == "done", Text, visit.Me.PersonId, now);
    }

    private bool Correct(DateTimeOffset now)
    {
        var typed = new SendForm { Name = Name, Address = Address, Phone = Phone, Email = Email };
        typed.Clean();
        typed.CheckWho(ModelState);
        foreach (var wrong in ModelState.Where(entry => entry.Value!.Errors.Count > 0))
        {
            Problems.Add(new Problem(wrong.Key.Replace("Form.", "", StringComparison.Ordinal), wrong.Value!.Errors[0].ErrorMessage));
        }
        if (Problems.Count > 0)
        {
            return false;
        }
        var (old, said) = (source.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new Submitter(), typed.Submitter);
        if (!said.IsEmpty)
        {
            source.CorrectIdentity(vault.Lock(new Submitter
            {
                Name = said.Name == "" ? old.Name : said.Name,
                Address = said.Address == "" ? old.Address : said.Address,
                Phone = said.Phone == "" ? old.Phone : said.Phone,
                Email = said.Email == "" ? old.Email : said.Email,
            }, Feedback.IdentityPurpose), visit.Me.PersonId, now);
        }
        return true;
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await db.DataRequests.SingleOrDefaultAsync(asked => asked.Id == id, stop) is not { } found
            || await db.Feedback.VisibleTo(visit.Me).SingleOrDefaultAsync(feedback => feedback.Id == found.FeedbackId, stop) is not { } feedback)
        {
            return false;
        }
        (Asked, source) = (found, feedback);
        return true;
    }
}
