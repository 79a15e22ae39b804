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
[Needs(Deed.ReadFeedback), RequestFormLimits(ValueCountLimit = 1_000)]
public sealed class RedactModel(CaseAtHand hand, PortalDb db, Vault vault, DraftFiles drafts) : CaseVerb(hand)
{
    /// <summary>Places to cover on one picture at once; more are covered by coming back.</summary>
    public const int MostBoxes = 4;

    public override string Title => "Che bớt nội dung";

    public override bool Fits => true;

    protected override bool OnMerged => true;

    [BindProperty] public List<string> Chosen { get; set; } = [];

    /// <summary>Other words, one phrase a line.</summary>
    [BindProperty(Name = "Words")] public string? Phrases { get; set; }

    /// <summary>What looks like somebody's data in the message, in what was said later and in the names of the files.</summary>
    public IReadOnlyList<string> Found { get; private set; } = [];

    /// <summary>The pictures on which faces or plates may be covered.</summary>
    public IEnumerable<Attachment> Pictures => Case.Attachments.Where(file => file.IsPicture);

    public static string NameOf(Attachment picture, int box, char side) => $"B.{picture.Id:n}.{box}.{side}";

    public string Typed(string name) => HttpMethods.IsPost(Request.Method) ? Request.Form[name].ToString() : "";

    protected override Task Look(CancellationToken stop)
    {
        Found = [.. new[] { Case.Message }.Concat(Case.GivenAnswers().Select(answer => answer.Text)).Concat(Case.Attachments.Select(file => file.Name)).Concat(Case.SaidLater().Select(said => said.Text)).SelectMany(text => PersonalData.In(text).Select(span => text.Substring(span.Start, span.Length))).Distinct()];
        return Task.CompletedTask;
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var words = Chosen.Where(Found.Contains).Concat(VietnameseText.Clean(Phrases).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToList();
        var boxes = Pictures.Select(picture => (Picture: picture, Boxes: Boxes(picture))).Where(one => one.Boxes.Count > 0).ToList();
        if (words.Count == 0 && boxes.Count == 0 && Problems.Count == 0)
        {
            Problems.Add(new Problem("Words", "Hãy chọn hoặc viết chữ cần che, hoặc khoanh chỗ cần che trên ảnh."));
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
        foreach (var (picture, places) in boxes)
        {
            if (await drafts.Covered(picture, places, stop) is { } covered)
            {
                db.CoveredPictures.Add(picture.Cover(covered, Hand.Me, Hand.Now));
            }
        }
        if (Case.Redact(words, reason, Hand.Me, Hand.Now, vault, boxes.Count > 0) is not { } original)
        {
            Problems.Add(new Problem("Words", "Không thấy chữ này trong nội dung, lời bổ sung hay tên tệp."));
            return null;
        }
        (await db.ReopenRequests.Where(again => again.FeedbackId == Case.Id).ToListAsync(stop)).ForEach(again => again.Cover(words));
        (await db.SatisfactionRatings.Where(rating => rating.FeedbackId == Case.Id).ToListAsync(stop)).ForEach(rating => rating.Cover(words));
        db.RedactedOriginals.Add(original);
        return await Done("case-redacted", "Đã che. Bản gốc được giữ riêng.", stop);
    }

    // A row left empty is no place; one half filled, or reaching past the picture, is said.
    private List<CoverBox> Boxes(Attachment picture)
    {
        var boxes = new List<CoverBox>();
        for (var at = 0; at < MostBoxes; at++)
        {
            var typed = "xywh".Select(side => Typed(NameOf(picture, at, side)).Trim()).ToList();
            if (typed.TrueForAll(text => text == ""))
            {
                continue;
            }
            var numbers = typed.Select(text => int.TryParse(text, out var number) ? number : -1).ToList();
            var box = new CoverBox(numbers[0], numbers[1], numbers[2], numbers[3]);
            if (!box.Fits)
            {
                Problems.Add(new Problem(NameOf(picture, at, 'x'), $"Ảnh “{picture.Name}”, chỗ {at + 1}: bốn số từ 0 đến 1000, tính từ góc trên bên trái, không ra ngoài ảnh."));
            }
            boxes.Add(box);
        }
        return boxes;
    }
}
