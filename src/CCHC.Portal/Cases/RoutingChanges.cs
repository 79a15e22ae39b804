using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Makes a new version of the routing table out of the newest, and says beforehand which recent cases it would send elsewhere.</summary>
public sealed class RoutingChanges(PortalDb db, TimeProvider clock)
{
    private const int Recent = 100;

    /// <summary>The newest table, in force or still to come: what a change starts from.</summary>
    public async Task<RoutingTable> Newest(CancellationToken stop) =>
        await db.RoutingTables.AsNoTracking().OrderByDescending(table => table.Number).FirstOrDefaultAsync(stop) ?? new RoutingTable { Number = 1, Why = "Bản đầu" };

    /// <summary>The last hundred cases as both tables send them; those that go elsewhere first.</summary>
    public async Task<IReadOnlyList<Rerouted>> DryRun(SiteMap site, Actor actor, IReadOnlyCollection<RoutingRule> before, IReadOnlyCollection<RoutingRule> after, CancellationToken stop)
    {
        var cases = await db.Feedback.AsNoTracking().IgnoreAutoIncludes().NotAbout(actor).OrderByDescending(feedback => feedback.ReceivedAt).Take(Recent)
            .Select(feedback => new { feedback.ReferenceCode, feedback.Kind, feedback.Field, feedback.Place, feedback.Tags, feedback.ReceivedAt, feedback.UnitId }).ToListAsync(stop);
        var (old, made) = (NumberOf(before), NumberOf(after));
        return
        [
            .. cases.Select(line => (line, question: new RoutingQuestion(line.Kind, line.Field, line.Place, line.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
                .Select(pair => new Rerouted(pair.line.ReferenceCode, pair.line.Kind, pair.line.Field, pair.line.Place, pair.question.Tags, pair.line.ReceivedAt, pair.line.UnitId,
                    RoutingDecision.By(before, old, site, pair.question), RoutingDecision.By(after, made, site, pair.question)))
                .OrderByDescending(line => line.Moves).ThenByDescending(line => line.HelpChanges).ThenByDescending(line => line.ReceivedAt),
        ];
    }

    /// <summary>Adds the new version; false when somebody made one meanwhile.</summary>
    public async Task<bool> Make(RoutingTable table, IReadOnlyCollection<RoutingRule> rules, CancellationToken stop)
    {
        db.RoutingTables.Add(table);
        db.RoutingRules.AddRange(rules);
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = table.MadeBy, What = "routing-changed", Subject = $"routing/{table.Number}", Detail = table.Why });
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();   // the number is taken
            return false;
        }
    }

    private static int NumberOf(IReadOnlyCollection<RoutingRule> rules) => rules.Count == 0 ? 0 : rules.First().TableNumber;
}

/// <summary>A recent case as the present and the coming table send it; never what it says.</summary>
public sealed record Rerouted(string Code, FeedbackKind Kind, FeedbackField Field, string Place, IReadOnlyCollection<string> Tags, DateTimeOffset ReceivedAt, Guid? UnitNow, RoutingDecision Before, RoutingDecision After)
{
    public bool Moves => Before.Unit?.Id != After.Unit?.Id;

    /// <summary>The lead stays, but other units help.</summary>
    public bool HelpChanges => !Moves && !Before.Supporting.Select(unit => unit.Id).ToHashSet().SetEquals(After.Supporting.Select(unit => unit.Id));
}
