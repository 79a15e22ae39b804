using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Writes to the sender of a sealed case or among its readers, within the quarter of an hour after opening it.</summary>
[Needs(Deed.ReadSealed)]
public sealed class WriteModel(SealedMailbox mailbox, SealedAtHand hand) : SealedVerb(hand)
{
    [BindProperty] public string? To { get; set; }

    protected override async Task<IActionResult> Act(SealedCase kept, CancellationToken stop)
    {
        if (Text.Length is 0 or > 5_000)
        {
            return Said("Hãy viết nội dung, không quá 5.000 ký tự.");
        }
        var kind = To == nameof(SealedNoteKind.ToSender) ? SealedNoteKind.ToSender : SealedNoteKind.AmongReaders;
        await mailbox.Write(kept, kind, Hand.Reader.PersonId, Text, stop);
        return Said(kind == SealedNoteKind.ToSender ? "Đã gửi. Người gửi đọc được khi quay lại với hai mã." : "Đã ghi.");
    }
}
