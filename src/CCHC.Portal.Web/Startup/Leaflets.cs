using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>What stands on the leaflet of a procedure, a guide or a hotline: the same facts as on its page.</summary>
public sealed class Leaflets(PortalDb db, Visit visit, Translator T, Frame frame, TimeProvider clock)
{
    public const string Policy = "leaflet";

    /// <summary>/t/&lt;code&gt;.pdf, in A5 or with ?kho=a6 in A6.</summary>
    public static async Task<IResult> Print(string code, string? kho, PortalDb db, Visit visit, Leaflets leaflets, LeafletPress press, CancellationToken stop)
    {
        LeafletSize? size = (kho ?? "").ToLowerInvariant() switch { "" or "a5" => LeafletSize.A5, "a6" => LeafletSize.A6, _ => null };
        if (size is not { } sheet || await ShortAddress.Find(code, db, visit, stop) is not { } edition || edition.Body.IsGone)
        {
            return Results.NotFound();
        }
        return Results.Bytes(press.Print(await leaflets.Of(edition, stop), sheet), "application/pdf", $"to-roi-{edition.Slug}-{sheet.ToString().ToLowerInvariant()}.pdf");
    }

    public async Task<Leaflet> Of(Edition edition, CancellationToken stop)
    {
        var today = VietnamTime.Day(clock.GetUtcNow());
        return new Leaflet
        {
            Language = edition.Culture,
            Labels = visit.Culture,
            Body = visit.Site.Profile.BodyIn(visit.Culture),
            Kind = edition.Body switch { Procedure => T["Thủ tục hành chính"], Guide => T["Hướng dẫn"], _ => T["Đường dây nóng"] },
            Title = edition.Title,
            Summary = edition.Summary,
            Warning = Warning(edition.Body),
            Blocks = edition.Body switch
            {
                Procedure procedure => await About(procedure, today, stop),
                Guide guide => About(guide),
                Hotline hotline => About(hotline),
                _ => [],
            },
            // A hotline's own number stands large above.
            Numbers = [.. (await frame.Numbers(visit.Site.Id, visit.Culture)).Where(number => edition.Body is not Hotline hotline || hotline.Dial != number.Dial)],
            Address = ShortAddress.Of(edition, visit),
            Frame = new LeafletFrame(T["Quét mã bằng điện thoại, hoặc gõ địa chỉ trong khung."], T["Mã QR mở trang này"], T["Xem tiếp mặt sau."],
                T["Lập ngày {0}. Thông tin có thể đổi: trước khi đi, hãy mở trang này xem lại.", VietnamTime.ShortDate(today)]),
        };
    }

    private string? Warning(ContentBody body) => !body.Sample ? null
        : body is Procedure ? T["Số liệu mẫu, chưa kiểm chứng: hỏi Bộ phận Một cửa trước khi nộp."]
        : $"{T["Dữ liệu mẫu."]} {body.SampleNote ?? T["Trang này có phần minh họa, chưa phải thông tin đã kiểm chứng."]}";

    private async Task<IReadOnlyList<LeafletBlock>> About(Procedure procedure, DateOnly today, CancellationToken stop)
    {
        var places = await db.Editions.AsNoTracking().Include(edition => edition.Item).Live().OfType(ContentTypes.OneStopSite).ForReader(visit.Culture).Where(edition => procedure.ReceivedAt.Contains(edition.Item!.Key)).ToListAsync(stop);
        var steps = procedure.Steps.Where(step => step.Channel is null or DeliveryMode.Counter).ToList();
        return
        [
            new("", LeafletLook.Facts,
            [
                new(procedure.Who, T["Ai làm thủ tục này"]),
                .. procedure.Times.Select(time => new LeafletLine(T.Time(time), time.Channel is { } way ? $"{T["Thời hạn"]}: {T[way.Vi()]}" : T["Thời hạn"], time.Note ?? "")),
                new(T.Ways(procedure), T["Cách nộp"]),
            ]),
            new(T["Giấy tờ cần có"], LeafletLook.Ticks, [.. procedure.Papers.Select(paper => new LeafletLine($"{paper.Name}{Copies(paper)}", Note: paper.Note ?? ""))]),
            new(T["Phí, lệ phí"], LeafletLook.Lines, [.. procedure.FeesOn(today).Select(fee => new LeafletLine($"{fee.Name}{(fee.Channel is { } way ? $" ({T[way.Vi()]})" : "")}: {T.Money(fee.Amount)}"))]),
            new(T["Nơi nộp"], LeafletLook.Lines, [.. procedure.ReceivedAt.Select(key => places.FirstOrDefault(place => place.Item!.Key == key)).OfType<Edition>().Select(Place)]),
            new(T["Cách làm, từng bước"], LeafletLook.Steps, [.. steps.Select(step => new LeafletLine(step.Title))]),
        ];
    }

    private IReadOnlyList<LeafletBlock> About(Guide guide) =>
    [
        new("", LeafletLook.Facts, [new(guide.Audience, T["Dành cho"]), .. guide.Takes is { Length: > 0 } takes ? [new LeafletLine(takes, T["Thời gian"])] : Array.Empty<LeafletLine>()]),
        new(T["Chuẩn bị"], LeafletLook.Ticks, [.. guide.Prepare.Select(thing => new LeafletLine(thing))]),
        new(T["Cách làm, từng bước"], LeafletLook.Steps, [.. guide.Steps.Select(step => new LeafletLine(step.Title))]),
        new(T["Gặp khó?"], LeafletLook.Lines, guide.Help is { Length: > 0 } help ? [new LeafletLine(help)] : []),
    ];

    private IReadOnlyList<LeafletBlock> About(Hotline hotline) =>
    [
        new(T["Số để gọi"], LeafletLook.Number, [new(hotline.Phone)]),
        new("", LeafletLook.Facts, [new(hotline.Hours, T["Giờ trực"]), .. hotline.Agency is { Length: > 0 } agency ? [new LeafletLine(agency, T["Cơ quan"])] : Array.Empty<LeafletLine>()]),
    ];

    private string Copies(RequiredDocument paper)
    {
        var parts = new List<string>();
        if (paper.Shown)
        {
            parts.Add(T["xuất trình"]);
        }
        if (paper.Originals is > 0 and { } originals)
        {
            parts.Add(T["{0} bản chính", originals]);
        }
        if (paper.Copies is > 0 and { } copies)
        {
            parts.Add(T["{0} bản sao", copies]);
        }
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }

    private LeafletLine Place(Edition place)
    {
        var desk = place.As<OneStopSite>();
        var week = desk.Week().GroupBy(hours => hours.Day).Select(day => (day.Key, Hours: string.Join(", ", day.Select(hours => $"{visit.Hour(hours.From)} – {visit.Hour(hours.To)}")))).ToList();
        var spans = new List<(DayOfWeek First, DayOfWeek Last, string Hours)>();
        foreach (var (day, hours) in week)
        {
            if (spans.Count > 0 && spans[^1].Hours == hours && ((int)spans[^1].Last + 1) % 7 == (int)day)
            {
                spans[^1] = spans[^1] with { Last = day };
            }
            else
            {
                spans.Add((day, day, hours));
            }
        }
        var open = string.Join("; ", spans.Select(span => $"{(span.First == span.Last ? T[VietnamTime.NameOf(span.First)] : $"{T[VietnamTime.NameOf(span.First)]} – {T[VietnamTime.NameOf(span.Last)]}")}: {span.Hours}"));
        return new LeafletLine(place.Title, Note: string.Join(". ", new[] { desk.Address, desk.Phone is { Length: > 0 } phone ? $"{T["Điện thoại"]}: {phone}" : "", open }.Where(part => part != "")));
    }
}
