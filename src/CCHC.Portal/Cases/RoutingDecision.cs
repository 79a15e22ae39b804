using CCHC.Portal.Sites;

namespace CCHC.Portal.Cases;

/// <summary>Where a message goes by the table, and why: the unit, or nobody and then a person decides.</summary>
public sealed record RoutingDecision(int TableNumber, RoutingRule? Rule, Unit? Unit, IReadOnlyList<Unit> Supporting, Guid? OwnerId, string Because)
{
    public static RoutingDecision By(IReadOnlyCollection<RoutingRule> rules, int table, SiteMap site, RoutingQuestion question)
    {
        var rule = rules.Where(rule => rule.TableNumber == table).OrderBy(rule => rule.Order).FirstOrDefault(rule => rule.Fits(question));
        if (rule is null)
        {
            return new RoutingDecision(table, null, null, [], null, "Không dòng nào khớp: vào hàng chờ phân loại, cán bộ đầu mối đọc và giao.");
        }
        var supporting = rule.Supporting.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(site.UnitByCode).OfType<Unit>().ToList();
        return site.UnitByCode(rule.UnitCode) switch
        {
            { Kind: UnitKind.Internal or UnitKind.Peer } unit => new(table, rule, unit, supporting, rule.OwnerId, $"Dòng {rule.Order + 1} khớp đầu tiên."),
            // An outside body gets it from a person only: the portal cannot send it there.
            { Kind: UnitKind.External } outside => new(table, rule, null, supporting, null, $"Dòng {rule.Order + 1} chỉ ra {outside.Name}, cơ quan ngoài: cán bộ đầu mối đọc rồi chuyển."),
            _ => new(table, rule, null, supporting, null, $"Dòng {rule.Order + 1} chỉ ra {rule.UnitCode}, không còn là đơn vị nhận việc: vào hàng chờ phân loại."),
        };
    }
}
