using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Kit;

/// <summary>A reform model as a card shows it.</summary>
public sealed record ModelCard(string Title, string Address, string? Cover, ReformModelKind Kind, string DoneBy, int Year, bool Sample, string Culture)
{
    public static ModelCard Of(Edition edition)
    {
        var model = edition.As<ReformModel>();
        return new ModelCard(edition.Title, edition.Address, model.Cover, model.Kind, model.DoneBy, model.Year, model.Sample, edition.Culture);
    }
}
