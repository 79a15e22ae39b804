using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CCHC.Portal.Tests.Web;

/// <summary>What only one of two can have is told to the other as a conflict, and nothing else is.</summary>
public sealed class SameMomentTests : IAsyncLifetime
{
    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public Task Two_new_texts_of_one_name() => IsConflict(() => new ContentItem { Type = "article", Key = "mot", CreatedAt = Given.Morning });

    [Fact]
    public Task Two_corrections_begun_of_one_text()
    {
        var item = new ContentItem { Type = "article", Key = "mot", CreatedAt = Given.Morning };
        return IsConflict(() => Given.Edition(item: item, number: 2));
    }

    [Fact]
    public Task Two_texts_published_at_one_address() => IsConflict(() =>
        Given.LiveEdition(slug: "mot", item: new ContentItem { Type = "article", Key = Guid.CreateVersion7().ToString("n"), CreatedAt = Given.Morning }));

    // Two officers read the same last line of a history and wrote the next one.
    [Fact]
    public void Two_lines_of_one_number_in_the_history_of_a_case()
    {
        Assert.Equal(StatusCodes.Status409Conflict, Failures.StatusOf(new DbUpdateException("", new SqliteException("SQLite Error 19: 'UNIQUE constraint failed: CaseEvents.FeedbackId, CaseEvents.Number'.", 19, 2067))));
        Assert.Equal(StatusCodes.Status409Conflict, Failures.StatusOf(new DbUpdateException("", new PostgresException("", "", "", PostgresErrorCodes.UniqueViolation, tableName: "CaseEvents"))));
    }

    [Fact]
    public async Task Any_other_pair_is_a_fault_of_ours()
    {
        var (file, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Equal(StatusCodes.Status500InternalServerError, await StatusOf(() => new TypedCopy { Id = Guid.CreateVersion7(), PersonId = person, Place = file.ToString() }));
    }

    private async Task IsConflict(Func<object> row) => Assert.Equal(StatusCodes.Status409Conflict, await StatusOf(row));

    private async Task<int> StatusOf(Func<object> row)
    {
        await portal.Inside(site, async (_, db) =>
        {
            db.Add(row());
            await db.SaveChangesAsync();
        });
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => portal.Inside(site, async (_, db) =>
        {
            var second = row();
            if (second is Edition { Item: { } item } && await db.ContentItems.AnyAsync(kept => kept.Id == item.Id))
            {
                db.Attach(item);
            }
            db.Add(second);
            await db.SaveChangesAsync();
        }));
        return Failures.StatusOf(failure);
    }
}
