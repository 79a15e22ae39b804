using CCHC.Portal.People;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Sealed;

/// <summary>Whom a sealed case accuses: units and people, and whether the body's top is among them; then it is for the level above.</summary>
public sealed record SealedAbout(IReadOnlyList<Guid> Units, IReadOnlyList<Guid> People, bool IsTop)
{
    public static readonly SealedAbout Nobody = new([], [], false);
}

/// <summary>Somebody who may read sealed cases, as far as they are not accused in them.</summary>
public sealed record SealedReader(Guid PersonId, IReadOnlyCollection<Guid> AnswersFor, bool IsFromAbove)
{
    /// <summary>A reader whose only post as such is in the body above the top reads what is aimed at the top, and nothing else.</summary>
    public static SealedReader Of(Actor actor, SiteMap site)
    {
        var posts = actor.Memberships.Where(held => held.Role == Role.SealedOfficer).ToList();
        return new SealedReader(actor.PersonId, actor.AnswersFor, posts.Count > 0 && posts.TrueForAll(held => site.UnitById(held.UnitId)?.Code == site.Profile.AboveTop));
    }

    /// <summary>What accuses the top is for the reader from above only; whoever works below the top is no reader of it.</summary>
    public bool MayRead(SealedAbout about) =>
        about.IsTop == IsFromAbove && !about.People.Contains(PersonId) && !about.Units.Any(AnswersFor.Contains);
}
