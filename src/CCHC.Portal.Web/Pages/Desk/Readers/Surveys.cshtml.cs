using CCHC.Portal.Content;
using CCHC.Portal.Content.Readers;
using CCHC.Portal.Content.Types;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>What was chosen in each published survey, with those below five that readers are not shown.</summary>
[Needs(Deed.WriteContent)]
public sealed class SurveysModel(PortalDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<SurveyCounts> Surveys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        var live = await db.Editions.AsNoTracking().Live().OfType(ContentTypes.Survey).Where(edition => edition.Culture == "vi").ToListAsync(stop);
        var ids = live.ConvertAll(edition => edition.ItemId);
        var rows = await db.SurveyAnswers.AsNoTracking().Where(answer => ids.Contains(answer.ItemId)).GroupBy(answer => new { answer.ItemId, answer.Question, answer.Choice })
            .Select(same => new { same.Key.ItemId, same.Key.Question, same.Key.Choice, Count = same.Count() }).ToListAsync(stop);
        var devices = await db.SurveyAnswers.AsNoTracking().Where(answer => ids.Contains(answer.ItemId)).GroupBy(answer => answer.ItemId)
            .Select(same => new { same.Key, Count = same.Select(answer => answer.Device).Distinct().Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, stop);
        var counts = rows.ToDictionary(row => (row.ItemId, row.Question, row.Choice), row => row.Count);
        Surveys =
        [
            .. live.Select(edition => (Edition: edition, Survey: edition.As<Survey>())).OrderByDescending(one => one.Survey.Until).Select(one => new SurveyCounts(one.Edition.Title, one.Edition.Address,
                one.Survey.IsOpen(today) ? $"Nhận trả lời đến hết {VietnamTime.ShortDate(one.Survey.Until!.Value)}" : "Đã đóng", devices.GetValueOrDefault(one.Edition.ItemId),
                [.. one.Survey.Questions.Select(question => new QuestionCounts(question.Ask, [.. question.Choices.Select(choice => (choice, counts.GetValueOrDefault((one.Edition.ItemId, question.Ask, choice))))]))])),
        ];
    }
}

/// <summary>A survey with its counts.</summary>
public sealed record SurveyCounts(string Title, string Address, string Standing, int Devices, IReadOnlyList<QuestionCounts> Questions);

/// <summary>A question with how often each choice was made.</summary>
public sealed record QuestionCounts(string Ask, IReadOnlyList<(string Choice, int Count)> Lines);
