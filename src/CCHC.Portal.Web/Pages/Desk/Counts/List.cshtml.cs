using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counts;

/// <summary>The cases behind one number of the figures: as many as it says.</summary>
[Needs(Deed.ReadFigures)]
public sealed class ListModel(CountedCases counted, Visit visit, TimeProvider clock) : PageModel
{
    public FigureFilter Filter { get; private set; } = new();
    public FigureNumber Asked { get; private set; } = FigureNumber.Received;
    public IReadOnlyList<CountedLine> Lines { get; private set; } = [];
    public Pager Pager { get; private set; } = new(1, 0, "", "");

    /// <summary>What narrows the list besides the period, in words.</summary>
    public IEnumerable<string> Narrowed => new[]
    {
        Filter.Unit == FigureFilter.NoUnit ? "đang phân loại" : visit.Site.UnitByCode(Filter.Unit)?.Name, Filter.Kind?.Vi(), Filter.Field?.Vi(), Filter.Channel is { } channel ? "gửi qua " + channel.Vi() : null,
    }.OfType<string>();

    public string FileAddress(string kind) => Filter.Address($"{FigureFilter.Path}/tai-ve/{kind}", ("so", Asked.Key));

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "so")] string? asked, [FromQuery(Name = "trang")] int? page, CancellationToken stop)
    {
        if (FigureNumber.Read(asked ?? FigureNumber.Received.Key) is not { } number)
        {
            return NotFound();
        }
        (Asked, Filter) = (number, FigureFilter.Of(Request.Query, VietnamTime.Day(clock.GetUtcNow())));
        var cases = (await counted.Of(Filter, stop)).Where(number.Counts).OrderByDescending(one => one.ReceivedOn).ThenBy(one => one.Id).ToList();
        Pager = new Pager(Pager.Within(page, cases.Count), cases.Count, "vụ", Pager.AddressHere(Request));
        Lines = [.. cases.Skip((Pager.Page - 1) * Pager.Size).Take(Pager.Size).Select(one => new CountedLine(counted.SignOf(one), visit.Site.UnitById(one.UnitId)?.Name ?? "Đang phân loại", one, counted.MayOpen(one)))];
        return Page();
    }
}

/// <summary>One case behind a number; nothing of its words.</summary>
public sealed record CountedLine(string Sign, string Unit, FigureCase Case, bool MayOpen);
