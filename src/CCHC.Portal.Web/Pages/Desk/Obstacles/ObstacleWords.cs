using CCHC.Portal.Plans;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Pages.Desk.Obstacles;

/// <summary>How the desk calls those who answer an obstacle.</summary>
public static class ObstacleWords
{
    private const string Leaders = "Lãnh đạo";

    public static string Above(SiteMap site, Guid unit) => site.UnitById(Obstacle.AnsweredAbove(site, unit))?.Name is not { } name ? "lãnh đạo cấp trên"
        : name.StartsWith(Leaders, StringComparison.Ordinal) ? "lãnh đạo" + name[Leaders.Length..] : $"lãnh đạo {name}";
}
