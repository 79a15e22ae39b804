using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Shows once who sent a sealed case, to a reader who has just opened it and says why, on record.</summary>
[Needs(Deed.ReadSealed)]
public sealed class SenderModel(SealedStore store, SealedAtHand hand) : SealedVerb(hand)
{
    private const int LongestWhy = 300;

    public SealedSender? Sender { get; private set; }

    protected override async Task<IActionResult> Act(SealedCase kept, CancellationToken stop)
    {
        if (Text.Length is 0 or > LongestWhy)
        {
            return Said("Chưa hiện người gửi. Hãy ghi vì sao cần biết, không quá 300 ký tự.");
        }
        Sender = await store.Reveal(kept, Hand.Reader.PersonId, Text, stop);
        Response.Headers.CacheControl = "private, no-store";
        return Said("Lần xem này đã được ghi lại với tên và lý do của bạn. Rời trang này rồi thì phải nêu lý do lại.");
    }
}
