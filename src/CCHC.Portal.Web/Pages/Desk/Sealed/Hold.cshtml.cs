using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Keeps a sealed case beyond its time, or lets it go again.</summary>
[Needs(Deed.ReadSealed)]
public sealed class HoldModel(SealedRetention retention, SealedAtHand hand) : SealedVerb(hand)
{
    [BindProperty] public string? Do { get; set; }

    protected override async Task<IActionResult> Act(SealedCase kept, CancellationToken stop)
    {
        if (Do == "release")
        {
            await retention.Release(kept, Hand.Reader.PersonId, stop);
            return Said("Tin này không còn bị giữ lại.");
        }
        if (Text.Length is 0 or > 300)
        {
            return Said("Hãy ghi lý do giữ lại, không quá 300 ký tự.");
        }
        await retention.Hold(kept, Text, Hand.Reader.PersonId, stop);
        return Said("Đã giữ lại. Tin này không bị xóa khi hết hạn lưu.");
    }
}
