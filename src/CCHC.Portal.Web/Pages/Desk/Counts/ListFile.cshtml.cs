using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Storage.Sheets;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The cases behind one number as a file: all of them, nothing of their senders; the words only for observers and without what is personal.</summary>
[Needs(Deed.ReadFigures)]
public sealed class ListFileModel(PortalDb db, Visit visit, CountedCases counted, Anonymising anonymising, StillMe still, TimeProvider clock) : PageModel
{
    private const int Batch = 200;
    private const string Said = "Nội dung đã ẩn danh";

    private static readonly string[] Head =
        ["Mã", "Loại", "Lĩnh vực", "Phụ trách", "Gửi qua", "Nhận ngày", "Tình trạng", "Kết quả", "Số ngày làm việc", "Gia hạn vì", "Hỏi lại", "Điểm hài lòng"];

    [BindProperty] public string? Password { get; set; }
    public string Kind { get; private set; } = "";
    public FigureNumber Asked { get; private set; } = FigureNumber.Received;
    public FigureFilter Filter { get; private set; } = new();
    public List<Problem> Problems { get; } = [];
    public string ListAddress => Filter.Address($"{FigureFilter.Path}/danh-sach", ("so", Asked.Key));

    public IActionResult OnGet(string kind, [FromQuery(Name = "so")] string? asked) => Knows(kind, asked) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, [FromQuery(Name = "so")] string? asked, CancellationToken stop)
    {
        if (!Knows(kind, asked))
        {
            return NotFound();
        }
        if (!await still.Proves(Password, HttpContext, stop))
        {
            Problems.Add(new Problem("Password", StillMe.Wrong));
            return this.Invalid();
        }
        var (now, filter, number) = (clock.GetUtcNow(), Filter, Asked);
        db.AuditEntries.Add(new AuditEntry { At = now, PersonId = visit.Me.PersonId, What = Watches ? "anonymised-exported" : "figures-exported", Subject = number.Key, Detail = filter.Address(kind) });
        await db.SaveChangesAsync(stop);
        return new SheetResult($"so-lieu-{number.Key}-{filter.First:yyyyMMdd}-{filter.End.AddDays(-1):yyyyMMdd}", kind, new SheetRows(Watches ? [.. Head, Said] : Head, Watches ? WithWords(filter, number) : Rows(filter, number)));
    }

    private bool Knows(string kind, string? asked)
    {
        if (!SheetResult.Knows(kind) || FigureNumber.Read(asked ?? FigureNumber.Received.Key) is not { } number)
        {
            return false;
        }
        (Kind, Asked, Filter) = (kind, number, FigureFilter.Of(Request.Query, VietnamTime.Day(clock.GetUtcNow())));
        return true;
    }

    private bool Watches => visit.Me.Can(Deed.ReadAnonymised);

    private async IAsyncEnumerable<object?[]> Rows(FigureFilter filter, FigureNumber number)
    {
        await foreach (var one in counted.Each(filter))
        {
            if (number.Counts(one))
            {
                yield return Cells(one);
            }
        }
    }

    private async IAsyncEnumerable<object?[]> WithWords(FigureFilter filter, FigureNumber number)
    {
        var batch = new List<FigureCase>(Batch);
        await foreach (var one in counted.Each(filter))
        {
            if (number.Counts(one))
            {
                batch.Add(one);
            }
            if (batch.Count == Batch)
            {
                foreach (var row in await Told(batch))
                {
                    yield return row;
                }
                batch.Clear();
            }
        }
        foreach (var row in await Told(batch))
        {
            yield return row;
        }
    }

    private async Task<IEnumerable<object?[]>> Told(List<FigureCase> batch)
    {
        var words = await anonymising.Messages(batch.ConvertAll(one => one.Id), counted.All, HttpContext.RequestAborted);
        return batch.ConvertAll<object?[]>(one => [.. Cells(one), words.GetValueOrDefault(one.Id, "")]);
    }

    private object?[] Cells(FigureCase one) =>
    [
        counted.SignOf(one), one.Kind.Vi(), one.Field.Vi(), visit.Site.UnitById(one.UnitId)?.Name ?? "Đang phân loại", one.Channel.Vi(), one.ReceivedOn, one.State.Vi(visit.Site), one.Outcome.Vi(),
        one.AnswerDays, string.Join("; ", one.Extensions.Select(ground => ground.Vi())), one.AskedAgain ? "có" : "", one.Rating,
    ];
}
