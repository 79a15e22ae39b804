using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>Who must agree before a text goes out, and how far that has come. Whoever wrote any of it is its author.</summary>
public sealed class Review(PortalDb db, SiteDirectory sites)
{
    private static readonly ReviewStage Usual = new();

    public async Task<ReviewStanding> Of(Edition edition, CancellationToken stop)
    {
        var site = sites.ById(db.SiteId);
        var writers = await WritersOf(edition, stop);
        var approvals = await db.Approvals.AsNoTracking().Where(approval => approval.EditionId == edition.Id && approval.Round == edition.Round).ToListAsync(stop);
        var people = await db.People.AsNoTracking().Where(person => person.IsActive).Include(person => person.Memberships)
            .Where(person => person.Memberships.Any(held => held.Role == Role.Publisher)).ToListAsync(stop);
        var stages = StagesFor(edition, site.Profile);
        return new ReviewStanding([.. stages.Select((stage, number) =>
        {
            var may = people.Where(person => MayApprove(person, stage, edition.Culture, site)).Select(person => person.Id).ToHashSet();
            // An approval by somebody who has lost the role since, or has turned author, no longer counts.
            var given = approvals.Where(approval => approval.Stage == number && may.Contains(approval.PersonId) && !writers.Contains(approval.PersonId)).Select(approval => approval.PersonId).ToHashSet();
            return new StageStanding(stage.Name, Needed(stage.Need, may.Count(person => !writers.Contains(person))), may, given);
        })], writers, approvals.Select(approval => approval.PersonId).ToHashSet());
    }

    /// <summary>The stages a text passes: what the body has set for its kind or topic, and never fewer than its kind asks for.</summary>
    public static IReadOnlyList<ReviewStage> StagesFor(Edition edition, SiteProfile profile)
    {
        var rule = profile.Review.FirstOrDefault(rule => rule.Fits(edition.Type, edition.Topics.Select(topic => topic.Topic)));
        List<ReviewStage> stages = [.. rule?.Stages ?? []];
        while (stages.Count < Math.Max(1, edition.Kind.Approvals))
        {
            stages.Add(Usual);
        }
        return stages;
    }

    public static int Needed(ReviewNeed need, int people) => need switch
    {
        ReviewNeed.All => Math.Max(1, people),
        ReviewNeed.Most => (people / 2) + 1,
        _ => 1,
    };

    private async Task<IReadOnlySet<Guid>> WritersOf(Edition edition, CancellationToken stop)
    {
        var writers = await db.Revisions.Where(revision => revision.EditionId == edition.Id && revision.PersonId != null).Select(revision => revision.PersonId!.Value).Distinct().ToListAsync(stop);
        return edition.AuthorId is { } author ? [.. writers, author] : writers.ToHashSet();
    }

    private static bool MayApprove(Person person, ReviewStage stage, string culture, SiteMap site) => person.Memberships.Exists(held =>
        Rights.Of(held.Role, Deed.PublishContent) != Reach.Nothing && held.Speaks(culture)
        && (stage.Units.Count == 0 || (site.UnitById(held.UnitId) is { } unit && stage.Units.Contains(unit.Code))));
}

/// <summary>How far a text has come through its stages of approval in its present round.</summary>
public sealed record ReviewStanding(IReadOnlyList<StageStanding> Stages, IReadOnlySet<Guid> Writers, IReadOnlySet<Guid> Approvers)
{
    public int Current => Stages.TakeWhile(stage => stage.IsDone).Count();

    public bool IsComplete => Current == Stages.Count;

    /// <summary>Whether one more approval is the last one needed, or none is: somebody who was still to agree has left.</summary>
    public bool IsLast => IsComplete || (Current == Stages.Count - 1 && Stages[Current].Given.Count + 1 >= Stages[Current].Needed);

    /// <summary>Why this person may not approve now, in Vietnamese; null when they may.</summary>
    public string? WhyNot(Guid person) =>
        Writers.Contains(person) ? "Bạn đã viết hoặc sửa bản này. Người duyệt phải là người khác."
        : IsComplete ? null
        : !Stages[Current].May.Contains(person) ? $"Bước đang chờ là “{Stages[Current].Name}”, thuộc người duyệt khác."
        : Approvers.Contains(person) ? "Bạn đã duyệt bản này ở lần gửi này. Cần người khác duyệt tiếp."
        : null;

    /// <summary>Why nobody can bring it further, in Vietnamese; null when somebody can.</summary>
    public string? Stuck => IsComplete || Stages[Current].May.Except(Writers).Except(Approvers).Any() ? null
        : $"Không còn ai đủ quyền cho bước “{Stages[Current].Name}”. Hãy báo người quản trị thêm người duyệt.";
}

/// <summary>One stage: who may give its approvals, who gave them, and how many it needs.</summary>
public sealed record StageStanding(string Name, int Needed, IReadOnlySet<Guid> May, IReadOnlySet<Guid> Given)
{
    public bool IsDone => Given.Count >= Needed;
}
