using CCHC.Portal.Language;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Words of cases as somebody who watches over the house reads them: without what tells who sent them, or which officer was meant.</summary>
public sealed class Anonymising(PortalDb db, Vault vault)
{
    public const string Officer = "[cán bộ]";
    private IReadOnlyList<string>? officers;

    /// <summary>A text of a case; what the sender gave and what looks personal is covered, officers' names are left out.</summary>
    public async Task<string> Of(string text, byte[]? submitterBox, CancellationToken stop)
    {
        officers ??= [.. (await db.People.AsNoTracking().Select(person => person.FullName).ToListAsync(stop)).Select(name => name.Split('(')[0].Trim()).Where(name => name.Contains(' ', StringComparison.Ordinal)).OrderByDescending(name => name.Length)];
        var sender = submitterBox is null ? new Submitter() : vault.Unlock<Submitter>(submitterBox, Feedback.IdentityPurpose);
        var own = new[] { sender.Name, sender.Phone, sender.Email, sender.Address }.Where(word => word.Length > 1);
        var covered = Redaction.Cover(text.Normalize(), own.SelectMany(word => new[] { word.Normalize(), VietnameseText.Unmarked(word) }).Distinct());
        covered = officers.Aggregate(covered, (words, name) => words.Replace(name.Normalize(), Officer, StringComparison.OrdinalIgnoreCase));
        return Redaction.Apply(covered, PersonalData.In(covered));
    }

    /// <summary>The messages of these cases so; those about somebody of the house are not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Messages(IReadOnlyCollection<Guid> ids, IQueryable<Feedback> cases, CancellationToken stop)
    {
        var messages = new Dictionary<Guid, string>();
        foreach (var one in await cases.AsNoTracking().Where(one => ids.Contains(one.Id)).Observable().Select(one => new { one.Id, one.Message, one.SubmitterBox }).ToListAsync(stop))
        {
            messages[one.Id] = await Of(one.Message, one.SubmitterBox, stop);
        }
        return messages;
    }
}
