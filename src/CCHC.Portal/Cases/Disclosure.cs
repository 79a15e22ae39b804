using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases;

/// <summary>Puts public answers before the public and takes them away, together with the note that tells every node.</summary>
public sealed class Disclosure(PortalDb db, KeepIndexJob index, IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task Publish(PublicAnswer answer, Feedback feedback, Guid by, CancellationToken stop)
    {
        answer.Approve(feedback, by, clock.GetUtcNow());
        await SaveAndTell([answer], stop);
    }

    public async Task Withdraw(PublicAnswer answer, string why, CancellationToken stop)
    {
        answer.Withdraw(why, clock.GetUtcNow());
        await SaveAndTell([answer], stop);
    }

    /// <summary>Takes away whatever was made of a case, and saves it with the verb that made it necessary.</summary>
    public async Task WithdrawAllOf(Guid feedbackId, string why, CancellationToken stop)
    {
        var standing = await db.PublicAnswers.Where(answer => answer.FeedbackId == feedbackId && (answer.State == PublicAnswerState.Proposed || answer.State == PublicAnswerState.Published)).ToListAsync(stop);
        standing.ForEach(answer => answer.Withdraw(why, clock.GetUtcNow()));
        await SaveAndTell(standing, stop);
    }

    // This node at once: list, page, search and caches; the others when they read the change log.
    private async Task SaveAndTell(IReadOnlyCollection<PublicAnswer> changed, CancellationToken stop)
    {
        db.IndexChanges.AddRange(changed.Select(answer => new IndexChange { Source = AnswerSearch.Source, Key = answer.Id.ToString("n"), At = clock.GetUtcNow() }));
        await db.SaveChangesAsync(stop);
        if (changed.Count > 0)
        {
            await index.Run(scopes, stop);
        }
    }
}
