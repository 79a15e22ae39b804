using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>Takes in a file that somebody carried here from a body without a program; says of each message what became of it.</summary>
[Needs(Deed.RunExchange), Takes(Limits.ExchangeFile)]
public sealed class TakeFileModel(PortalDb db, PeerAtHand hand, Exchanging exchanging, ExchangeSettings settings, Visit visit, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "File")] public IFormFile? Sent { get; set; }
    public ExchangePeer Peer { get; private set; } = null!;
    public IReadOnlyList<PeerResult>? Results { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(string peer, CancellationToken stop) => await Find(peer, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string peer, CancellationToken stop)
    {
        if (!await Find(peer, stop))
        {
            return NotFound();
        }
        if (Sent is null || !Peer.IsActive)
        {
            Problems.Add(new Problem("File", Sent is null ? "Hãy chọn tệp." : "Nơi liên thông này đang tắt."));
            return this.Invalid();
        }
        await using var content = Sent.OpenReadStream();
        var (rows, wrong) = await PeerFileReading.Read(content, settings.MostMessages, stop);
        if (wrong is not null)
        {
            Problems.Add(new Problem("File", wrong));
            return this.Invalid();
        }
        Results = await exchanging.Take(visit.Site, Peer, rows, stop);
        db.ChangeTracker.Clear();
        hand.Record("exchange-file", Peer, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        if (Results.Any(result => result.Outcome != PeerResult.Taken))
        {
            Problems.Add(new Problem("File", $"{Results.Count(result => result.Outcome != PeerResult.Taken)} trong {Results.Count} tin chưa nhận được; lý do ở bảng dưới."));
            return this.Invalid();
        }
        return Page();
    }

    private async Task<bool> Find(string code, CancellationToken stop)
    {
        if (await hand.Find(code, stop) is not { } found)
        {
            return false;
        }
        Peer = found;
        return true;
    }
}
