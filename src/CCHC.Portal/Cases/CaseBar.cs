using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>Keeps one person, or whoever is in one unit, from a case that is about them. It names people too, so that who moves to another unit stays outside.</summary>
public sealed class CaseBar : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public Guid AboutId { get; init; }
    public Guid? UnitId { get; init; }
    public Guid? PersonId { get; init; }
}
