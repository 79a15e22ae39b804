using System.Runtime.CompilerServices;
using CCHC.Portal.Search;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cases;

/// <summary>Tells the index what the published answers say.</summary>
public sealed class AnswerSearch(IServiceScopeFactory scopes, SiteDirectory sites) : ISearchSource
{
    public const string Source = "answers", Type = "answer";

    public string Name => Source;

    public async IAsyncEnumerable<SearchEntry> All(Guid siteId, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        await foreach (var answer in db.PublicAnswers.AsNoTracking().Published().AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return Entry(answer);
        }
    }

    public async Task<SearchEntry?> One(Guid siteId, string key, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Enter(siteId);
        var id = Guid.Parse(key);
        return await db.PublicAnswers.AsNoTracking().Published().SingleOrDefaultAsync(answer => answer.Id == id, stop) is { } found ? Entry(found) : null;
    }

    private SearchEntry Entry(PublicAnswer answer) => new(
        answer.Id.ToString("n"), Source, Type, "vi", answer.Title, answer.Address, $"{answer.Question}\n{answer.Answer}", [],
        sites.ById(answer.SiteId).UnitById(answer.UnitId)?.Code, answer.AnsweredOn.Year, [], VietnamTime.At(answer.AnsweredOn, default), Sample: false);
}
