using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Routing;

/// <summary>A line of the routing table and its new version's hour and reason, as they are typed.</summary>
public sealed class RuleForm
{
    private const string Moments = "yyyy-MM-ddTHH:mm";

    public string? Kind { get; set; }
    public string? Field { get; set; }
    public string? Place { get; set; }
    public string? Tag { get; set; }
    public string? UnitCode { get; set; }
    public List<string> Supporting { get; set; } = [];
    public Guid? OwnerId { get; set; }
    public string? Note { get; set; }
    public int? Position { get; set; }
    public string? From { get; set; }
    public string? Why { get; set; }

    public static string Typed(DateTimeOffset at) => VietnamTime.Day(at).ToDateTime(VietnamTime.Clock(at)).ToString(Moments, CultureInfo.InvariantCulture);

    public static RuleForm Of(RoutingRule rule, DateTimeOffset from) => new()
    {
        Kind = rule.Kind?.ToString(),
        Field = rule.Field?.ToString(),
        Place = rule.Place,
        Tag = rule.Tag,
        UnitCode = rule.UnitCode,
        Supporting = [.. rule.Supporting.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        OwnerId = rule.OwnerId,
        Note = rule.Note,
        Position = rule.Order + 1,
        From = Typed(from),
    };

    /// <summary>From when the new version decides; not before the one it is made from.</summary>
    public DateTimeOffset? EffectiveFrom(RoutingTable basis, DateTimeOffset now, List<Problem> problems)
    {
        Why = VietnameseText.CleanLine(Why);
        if (Why is not { Length: > 0 and <= 300 })
        {
            problems.Add(new Problem("Why", "Hãy ghi vì sao thay đổi, không quá 300 ký tự."));
        }
        if (string.IsNullOrWhiteSpace(From))
        {
            return now > basis.EffectiveFrom ? now : basis.EffectiveFrom;
        }
        if (!DateTime.TryParseExact(From, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            problems.Add(new Problem("From", "Hãy chọn ngày giờ hiệu lực."));
            return null;
        }
        var typed = VietnamTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        var from = typed < now ? now : typed;   // what is past is now: no case is routed again
        if (from < basis.EffectiveFrom)
        {
            problems.Add(new Problem("From", $"Bản {basis.Number} có hiệu lực từ {VietnamTime.Moment(basis.EffectiveFrom)}; bản mới không thể sớm hơn."));
        }
        return from;
    }

    public RoutingRule? Rule(SiteMap site, IReadOnlyCollection<Guid> owners, List<Problem> problems)
    {
        (Place, Note) = (VietnameseText.CleanLine(Place), VietnameseText.CleanLine(Note));
        var kind = Chosen<FeedbackKind>(Kind, "Kind", "Hãy chọn loại.", problems);
        var field = Chosen<FeedbackField>(Field, "Field", "Hãy chọn lĩnh vực.", problems);
        if (site.UnitByCode(UnitCode) is not { Kind: not UnitKind.Queue })
        {
            problems.Add(new Problem("UnitCode", "Hãy chọn đơn vị chủ trì."));
        }
        if (Supporting.Exists(code => site.UnitByCode(code) is null || code == UnitCode))
        {
            problems.Add(new Problem("Supporting", "Đơn vị phối hợp phải khác đơn vị chủ trì."));
        }
        if (OwnerId is { } owner && !owners.Contains(owner))
        {
            problems.Add(new Problem("OwnerId", "Người phụ trách sẵn phải là người xử lý của đơn vị chủ trì."));
        }
        if (Place.Length > 100 || Note.Length > 300)
        {
            problems.Add(new Problem(Place.Length > 100 ? "Place" : "Note", "Nơi không quá 100 ký tự, ghi chú không quá 300."));
        }
        if (!string.IsNullOrEmpty(Tag) && RuleWords.Tags.All(known => known.Tag != Tag))
        {
            problems.Add(new Problem("Tag", "Hãy chọn nhãn trong danh sách."));
        }
        return problems.Count > 0 ? null : new RoutingRule { Kind = kind, Field = field, Place = Place, Tag = Tag ?? "", UnitCode = UnitCode!, Supporting = string.Join(' ', Supporting), OwnerId = OwnerId, Note = Note };
    }

    private static T? Chosen<T>(string? typed, string field, string words, List<Problem> problems) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }
        if (Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value))
        {
            return value;
        }
        problems.Add(new Problem(field, words));
        return null;
    }
}
