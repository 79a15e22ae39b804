using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases.Merging;

/// <summary>Finds what others asked before, among what is published: of cases that are not, a writer learns nothing.</summary>
public sealed class LikeAnswers(PortalDb db)
{
    private const int MostCompared = 500, MostShown = 3, Alike = 30;

    /// <summary>Kinds of which somebody may say that they met the same; never what accuses or complains by law.</summary>
    public static bool Fits(FeedbackKind? kind) => kind is FeedbackKind.Report or FeedbackKind.Recommendation or FeedbackKind.Question or FeedbackKind.Idea;

    public async Task<IReadOnlyList<PublicAnswer>> Of(string message, string place, FeedbackField field, DateTimeOffset now, CancellationToken stop)
    {
        var known = await db.PublicAnswers.AsNoTracking().Published().Newest().Take(MostCompared).ToListAsync(stop);
        // Compared as if all were of one day: an answer of last spring helps as well.
        var text = new LikeText(message, place, field, now);
        return [.. known.Select(answer => (answer, Likeness.Between(text, new LikeText($"{answer.Title}. {answer.Question}", "", answer.Field, now.AddYears(-1))).Score))
            .Where(one => one.Score >= Alike).OrderByDescending(one => one.Score).Take(MostShown).Select(one => one.answer)];
    }

    /// <summary>The case behind a published answer, by the answer's address.</summary>
    public async Task<(Guid Case, string Title)?> Behind(string? slug, CancellationToken stop) =>
        slug is null or "" ? null : await db.PublicAnswers.AsNoTracking().Published().SingleOrDefaultAsync(answer => answer.Slug == slug, stop) is { } found ? (found.FeedbackId, found.Title) : null;
}
