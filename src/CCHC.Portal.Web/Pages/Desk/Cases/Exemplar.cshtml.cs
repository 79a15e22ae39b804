using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Desk.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>Proposes praise as an exemplar: a draft for the editors, everything personal covered; they write it, others approve it.</summary>
[Needs(Deed.ReadFeedback)]
public sealed class ExemplarModel(CaseAtHand hand, EditionAtHand editions, Anonymising anonymising) : CaseVerb(hand)
{
    private const int LongestHeading = 150, Longest = 600;

    [BindProperty] public string? Heading { get; set; }

    public override string Title => "Đề nghị nêu gương";

    public override bool Fits => Case is { Kind: FeedbackKind.Praise, MayPublish: true, PurgedAt: null };

    protected override async Task Look(CancellationToken stop)
    {
        var typed = Request.Method == HttpMethods.Post;
        Heading = typed ? VietnameseText.CleanLine(Heading) : await anonymising.Of(CaseLine.Head(Case.Message), Case.SubmitterBox, stop);
        Text = typed ? Text : await anonymising.Of(Case.Message, Case.SubmitterBox, stop);
    }

    protected override async Task<IActionResult?> Act(CancellationToken stop)
    {
        var said = Words("Hãy viết lời khen, đã bớt thông tin riêng.");
        if (Heading is not { Length: > 0 and <= LongestHeading })
        {
            Problems.Add(new Problem("Heading", "Hãy viết tiêu đề, nhiều nhất 150 ký tự."));
        }
        if (said.Length > Longest)
        {
            Problems.Add(new Problem("Text", "Hãy rút gọn lời khen còn nhiều nhất 600 ký tự."));
        }
        if (Problems.Count > 0)
        {
            return null;
        }
        // Covered once more: what was typed may name somebody again.
        var draft = new ReformModel
        {
            Kind = ReformModelKind.GoodPractice,
            Problem = await anonymising.Of(said, Case.SubmitterBox, stop),
            DoneBy = Hand.Site.UnitById(Case.UnitId)?.Name ?? "",
            Year = VietnamTime.Day(Hand.Now).Year,
        };
        await editions.Begin(ContentTypes.ReformModel, await anonymising.Of(Heading!, Case.SubmitterBox, stop), "", draft, stop);
        Case.Note("Đã đề nghị nêu gương; biên tập viên viết tiếp bản nháp.", Hand.Me, Hand.Now);
        return await Done("exemplar-proposed", "Đã gửi biên tập viên một bản nháp. Chưa có gì được đăng.", stop);
    }
}
