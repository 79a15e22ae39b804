using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Covers words of a message and of its files' names for all later readers; the original stays, out of sight.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class RedactModel(CaseAtHand hand, PortalDb db, Vault vault) : CaseVerb(hand)
{
    public override string Title => "Che bớt nội dung";

    public override bool Fits => true;

    protected override bool OnMerged => true;

    [BindProperty] public List<string> Chosen { get; set; } = [];

    /// <summary>Other words, one phrase a line.</summary>
    [BindProperty(Name = "Words")] public string? Phrases { get; set; }

    /// <summary>What looks like somebody's data in the message, in what was said later and in the names of the files.</summary>
    public IReadOnlyList<string> Found { get; private set; } = [];

    protected override Task Look(CancellationToken stop)
    {
        Found = [.. new[] { Case.Message }.Concat(Case.GivenAnswers().Select(answer => answer.Text)).Concat(Case.Attachments.Select(file => file.Name)).Concat(Case.SaidLater().Select(said => said.Text)).SelectMany(text => PersonalData.In(text).Select(span => text.Substring(span.Start, span.Length))).Distinct()];
        return Task.CompletedTask;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var words = Chosen.Where(Found.Contains).Concat(VietnameseText.Clean(Phrases).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        if (words.Count == 0)
        {
            Problems.Add(new Problem("Words", "Hãy chọn hoặc viết chữ cần che."));
        }
        else if (words.Exists(word => word.Length < 2))
        {
            Problems.Add(new Problem("Words", "Mỗi cụm cần ít nhất hai ký tự."));
        }
        var reason = Words("Hãy viết vì sao che.");
        if (Problems.Count > 0)
        {
            return null;
        }
        if (Case.Redact(words, reason, Hand.Me, Hand.Now, vault) is not { } original)
        {
            Problems.Add(new Problem("Words", "Không thấy chữ này trong nội dung, lời bổ sung hay tên tệp."));
            return null;
        }
        (await db.ReopenRequests.Where(again => again.FeedbackId == Case.Id).ToListAsync(stop)).ForEach(again => again.Cover(words));
        (await db.SatisfactionRatings.Where(rating => rating.FeedbackId == Case.Id).ToListAsync(stop)).ForEach(rating => rating.Cover(words));
        db.RedactedOriginals.Add(original);
        return await Done("case-redacted", "Đã che. Bản gốc được giữ riêng.", stop);
    }
}
