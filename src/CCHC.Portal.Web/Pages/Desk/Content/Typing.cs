using System.Text.Json;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>Keeps what the person at the desk types before it is saved, and knows who else has the same form open.</summary>
public sealed class Typing(PortalDb db, Visit visit, TimeProvider clock)
{
    /// <summary>Under which name the next page is told whose words were saved.</summary>
    public const string Saved = "Saved";

    private const int MostCopies = 50;

    // What the form sends that is not typed.
    private static readonly string[] NotTyped = ["__RequestVerificationToken", "Version", "Place", "Do", "Add", "Leave", "Undo"];

    /// <summary>The name under which typing in a form that has no edition yet is kept.</summary>
    public static string PlaceOf(string type, Guid? original) => $"moi/{type}" + (original is { } id ? $"/en/{id}" : "");

    public static string PlaceOf(Edition edition) => edition.Id.ToString();

    public Task<TypedCopy?> Kept(string place, CancellationToken stop) =>
        db.TypedCopies.AsNoTracking().SingleOrDefaultAsync(copy => copy.PersonId == visit.Me.PersonId && copy.Place == place, stop);

    /// <summary>The form as it was typed.</summary>
    public static IFormCollection Form(TypedCopy copy) => new FormCollection(
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(copy.Fields)!.ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value)));

    public async Task Keep(string place, int version, IFormCollection sent, CancellationToken stop)
    {
        var me = visit.Me.PersonId;
        var fields = JsonSerializer.Serialize(sent.Where(pair => !NotTyped.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
        var now = clock.GetUtcNow();
        Task<int> Again() => db.TypedCopies.Where(copy => copy.PersonId == me && copy.Place == place).ExecuteUpdateAsync(copy => copy
            .SetProperty(c => c.Fields, fields).SetProperty(c => c.At, now).SetProperty(c => c.BaseVersion, version), stop);
        if (await Again() == 0)
        {
            var older = await db.TypedCopies.Where(copy => copy.PersonId == me).OrderByDescending(copy => copy.At).Skip(MostCopies - 1).Select(copy => copy.Id).ToListAsync(stop);
            await db.TypedCopies.Where(copy => older.Contains(copy.Id)).ExecuteDeleteAsync(stop);
            if (!await First(new TypedCopy { PersonId = me, Place = place, BaseVersion = version, At = now, Fields = fields }, stop))
            {
                await Again();
            }
        }
    }

    public Task Forget(string place, CancellationToken stop) =>
        db.TypedCopies.Where(copy => copy.PersonId == visit.Me.PersonId && copy.Place == place).ExecuteDeleteAsync(stop);

    /// <summary>A sign of life: I have this edition's form open.</summary>
    public async Task Arrive(Guid edition, CancellationToken stop)
    {
        var me = visit.Me.PersonId;
        var now = clock.GetUtcNow();
        if (await db.EditorPresences.Where(presence => presence.EditionId == edition && presence.PersonId == me).ExecuteUpdateAsync(presence => presence.SetProperty(p => p.SeenAt, now), stop) == 0)
        {
            await First(new EditorPresence { EditionId = edition, PersonId = me, SeenAt = now }, stop);
        }
    }

    public Task Leave(Guid edition, CancellationToken stop) =>
        db.EditorPresences.Where(presence => presence.EditionId == edition && presence.PersonId == visit.Me.PersonId).ExecuteDeleteAsync(stop);

    /// <summary>The names of those who have it open besides me.</summary>
    public async Task<IReadOnlyList<string>> Others(Guid edition, CancellationToken stop)
    {
        var people = await Present(edition, stop);
        return [.. (await db.NamesOf(people, stop)).Values.Order(StringComparer.Ordinal)];
    }

    /// <summary>The names of those who have it open besides me, or typed words into it that they have not saved.</summary>
    public async Task<IReadOnlyList<string>> OthersAtWork(Guid edition, CancellationToken stop)
    {
        var (place, active) = (edition.ToString(), db.People.Where(person => person.IsActive));
        var people = await db.TypedCopies.AsNoTracking().Where(copy => copy.Place == place && copy.PersonId != visit.Me.PersonId && active.Any(person => person.Id == copy.PersonId))
            .Select(copy => (Guid?)copy.PersonId).ToListAsync(stop);
        return [.. (await db.NamesOf([.. people, .. await Present(edition, stop)], stop)).Values.Order(StringComparer.Ordinal)];
    }

    private Task<List<Guid?>> Present(Guid edition, CancellationToken stop)
    {
        var since = clock.GetUtcNow() - EditorPresence.Lasts;
        return db.EditorPresences.AsNoTracking().Where(presence => presence.EditionId == edition && presence.PersonId != visit.Me.PersonId && presence.SeenAt > since)
            .Select(presence => (Guid?)presence.PersonId).ToListAsync(stop);
    }

    // False when another window of the same person wrote the first one in the same moment.
    private async Task<bool> First(object one, CancellationToken stop)
    {
        var entry = db.Add(one);
        try
        {
            await db.SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateException)
        {
            entry.State = EntityState.Detached;
            return false;
        }
    }
}
