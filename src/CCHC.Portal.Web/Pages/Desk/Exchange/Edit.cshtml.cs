using System.Text.RegularExpressions;
using CCHC.Portal.Cases.Exchange;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Exchange;

/// <summary>Where a body is told, by which key, and whether the exchange is on.</summary>
[Needs(Deed.ManageExchange)]
public sealed partial class EditModel(PortalDb db, PeerAtHand hand, PeerDoor door, Vault vault, TimeProvider clock) : PageModel
{
    /// <summary>Says in an address: one that is not there yet.</summary>
    private const string Fresh = "them";

    private static readonly string[] Taken = [Fresh, "cach-noi"];

    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Code { get; set; }
    [BindProperty] public string? Address { get; set; }
    [BindProperty] public string? Token { get; set; }
    [BindProperty] public bool IsActive { get; set; } = true;
    public ExchangePeer? Peer { get; private set; }
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(string peer, CancellationToken stop)
    {
        Peer = await hand.Find(peer, stop);
        if (Peer is { } known)
        {
            (Name, Address, IsActive) = (known.Name, known.Address, known.IsActive);
        }
        return Peer is null && peer != Fresh ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string peer, CancellationToken stop)
    {
        Peer = await hand.Find(peer, stop);
        if (Peer is null && peer != Fresh)
        {
            return NotFound();
        }
        ModelState.Clear();
        (Name, Address, Token, Code) = (VietnameseText.CleanLine(Name), VietnameseText.CleanLine(Address), Token?.Trim() ?? "", Code?.Trim() ?? "");
        await Check(stop);
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var isNew = Peer is null;
        Peer ??= db.ExchangePeers.Add(new ExchangePeer { Code = Code }).Entity;
        (Peer.Name, Peer.Address, Peer.IsActive) = (Name, Address, IsActive);
        if (Token != "")
        {
            Peer.TellWith(Token, vault);
        }
        hand.Record("exchange-settings", Peer, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        TempData["Flash"] = isNew ? "Đã thêm. Hãy cấp khóa để bên kia gửi được tin." : "Đã lưu.";
        return RedirectToPage(isNew ? "Key" : "Peer", new { peer = Peer.Code });
    }

    private async Task Check(CancellationToken stop)
    {
        if (Name!.Length is 0 or > 120)
        {
            Problems.Add(new Problem("Name", "Hãy ghi tên, nhiều nhất 120 ký tự."));
        }
        if (Peer is null && (!CodeShape().IsMatch(Code!) || Taken.Contains(Code) || await hand.Find(Code!, stop) is not null))
        {
            Problems.Add(new Problem("Code", "Mã ngắn gồm chữ thường không dấu, số, gạch nối, và chưa có nơi nào dùng."));
        }
        if (Address != "" && (Address!.Length > 300 || door.FaultOf(Address) is not null))
        {
            Problems.Add(new Problem("Address", door.FaultOf(Address) ?? "Địa chỉ dài quá 300 ký tự."));
        }
        if (Token!.Any(letter => letter is < '!' or > '~') || Token!.Length > 300)
        {
            Problems.Add(new Problem("Token", "Khóa chỉ gồm chữ không dấu, số và dấu thường, không có khoảng trắng."));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,29}\z")]
    private static partial Regex CodeShape();
}
