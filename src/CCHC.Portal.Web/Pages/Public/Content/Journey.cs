using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The pages of a life event in their order, those that are before readers; and which of them is open.</summary>
public sealed record Journey(Edition Life, IReadOnlyList<Edition> Pages, int At = -1)
{
    public Edition? Before => At > 0 ? Pages[At - 1] : null;

    public Edition? After => At >= 0 && At + 1 < Pages.Count ? Pages[At + 1] : null;

    /// <summary>The address of one of its pages within the journey.</summary>
    public string AddressOf(Edition page) => $"{page.Address}?viec={Life.Slug}";

    /// <summary>What is live of the steps, in their order; null when there is not even a way of two.</summary>
    public static Journey? Of(Edition life, IReadOnlyCollection<Edition> named, Guid? open = null)
    {
        List<Edition> pages = [.. life.As<LifeEvent>().Steps.Select(step => named.FirstOrDefault(page => page.Type == step.TypeKey && page.Item!.Key == step.Key)).OfType<Edition>().Where(page => !page.Body.IsGone).Distinct()];
        return pages.Count < 2 ? null : new(life, pages, pages.FindIndex(page => page.ItemId == open));
    }
}
