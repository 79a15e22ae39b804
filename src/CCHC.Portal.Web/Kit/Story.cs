using CCHC.Portal.Content;
using CCHC.Portal.Time;

namespace CCHC.Portal.Web.Kit;

/// <summary>An edition as a list shows it.</summary>
public record Story(string Title, string Summary, string Address, string? Cover, string Label, string Day, string Iso, bool Sample, string Culture)
{
    public static Story Of(Edition edition, string label)
    {
        var body = edition.Body;
        var at = edition.PublishedAt ?? edition.ChangedAt;
        return new Story(edition.Title, edition.Summary, edition.Address, body.Cover, label, VietnamTime.ShortDate(at),
            VietnamTime.Day(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), body.Sample, edition.Culture);
    }
}
