using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Cases;

/// <summary>One save may go on with the histories of very many cases: an engine takes only so many keys at once.</summary>
public sealed class HistoryOfManyTests : IAsyncLifetime
{
    private const int Cases = 2_500;   // more than one part
    private TestPortal portal = null!;

    public async ValueTask InitializeAsync() => portal = await Given.Portal();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Every_one_of_thousands_of_histories_goes_on_where_it_ended()
    {
        var site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            for (var i = 0; i < Cases; i++)
            {
                var feedback = new Feedback { SiteId = site.Id, ReferenceCode = $"PA-{i}", SecretHash = [1], IdempotencyKey = $"{i}", Message = "Đèn hỏng.", ReceivedAt = Given.Morning };
                feedback.Receive(FeedbackKind.Report, FeedbackField.Land, null, null);
                db.Add(feedback);
            }
            await db.SaveChangesAsync();
        });

        await portal.Inside(site, async (_, db) =>
        {
            foreach (var id in await db.Feedback.Select(one => one.Id).ToListAsync())
            {
                db.Add(new CaseEvent { FeedbackId = id, Kind = CaseEventKind.Rescheduled, At = Given.Morning.AddHours(1) });
            }
            await db.SaveChangesAsync();
        });

        var second = await portal.Inside(site, (_, db) => db.CaseEvents.AsNoTracking().Where(one => one.Number == 2).ToListAsync());
        var firsts = await portal.Inside(site, (_, db) => db.CaseEvents.AsNoTracking().Where(one => one.Number == 1).ToDictionaryAsync(one => one.FeedbackId, one => one.Hash!));
        Assert.Equal(Cases, second.Count);
        Assert.All(second, one => Assert.Equal(HistoryLine.Of(one, 2, firsts[one.FeedbackId]).Hash, one.Hash));
    }
}
