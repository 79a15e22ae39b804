using CCHC.Portal.People;
using CCHC.Portal.Sealed;
using CCHC.Portal.Web.Pages.Public.Sealed;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>Writes to the sender of a sealed case or among its readers, within the quarter of an hour after opening it.</summary>
[Needs(Deed.ReadSealed), Takes(Limits.FeedbackForm)]
public sealed class WriteModel(SealedMailbox mailbox, SealedAtHand hand, LetterFiles files) : SealedVerb(hand)
{
    [BindProperty] public string? To { get; set; }
    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    protected override async Task<IActionResult> Act(SealedCase kept, CancellationToken stop)
    {
        if (Text.Length is 0 or > 5_000)
        {
            return Said("Hãy viết nội dung, không quá 5.000 ký tự.");
        }
        var kind = To == nameof(SealedNoteKind.ToSender) ? SealedNoteKind.ToSender : SealedNoteKind.AmongReaders;
        var (papers, wrong) = await files.Take(Files, stop);
        if (wrong is not null)
        {
            return Said(wrong);
        }
        await mailbox.Write(kept, kind, Hand.Reader.PersonId, Text, papers, stop);
        return Said(kind == SealedNoteKind.ToSender ? "Đã gửi. Người gửi đọc được khi quay lại với hai mã." : "Đã ghi.");
    }
}
