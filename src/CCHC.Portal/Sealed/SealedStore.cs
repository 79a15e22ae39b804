using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>Puts denunciations away under their own key, and opens them for a named reader, on record.</summary>
public sealed class SealedStore(SealedDb db, SealedVault vault, TimeProvider clock)
{
    private const string Purpose = "sealed-case", FilePurpose = "sealed-file";

    /// <summary>Keeps a message sealed; the same form sent twice is one case. Returns its reference code.</summary>
    public async Task<(string ReferenceCode, DateTimeOffset ReceivedAt)> Keep(Guid siteId, string idempotencyKey, string newReference, SealedContent content, IEnumerable<SealedPaper> papers, CancellationToken stop)
    {
        if (await Earlier(siteId, idempotencyKey, stop) is { } earlier)
        {
            return (earlier.ReferenceCode, earlier.ReceivedAt);
        }
        var kept = new SealedCase
        {
            SiteId = siteId,
            ReferenceCode = newReference,
            IdempotencyKey = idempotencyKey,
            ReceivedAt = clock.GetUtcNow(),
            Box = vault.Box.Lock(content, Purpose),
        };
        kept.Files.AddRange(papers.Select(paper => new SealedFile { CaseId = kept.Id, Box = vault.Box.Lock(paper, FilePurpose) }));
        db.Cases.Add(kept);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: the first one's code is the answer.
            db.ChangeTracker.Clear();
            if (await Earlier(siteId, idempotencyKey, stop) is not { } first)
            {
                throw;
            }
            kept = first;
        }
        return (kept.ReferenceCode, kept.ReceivedAt);
    }

    public Task<List<SealedCase>> Listed(Guid siteId, CancellationToken stop) =>
        db.Cases.AsNoTracking().Where(c => c.SiteId == siteId).OrderByDescending(c => c.ReceivedAt).ToListAsync(stop);

    /// <summary>Opens one case. That it was opened is written down before anything is shown.</summary>
    public async Task<(SealedCase Case, SealedContent Content, IReadOnlyList<(Guid Id, SealedPaper Paper)> Papers)?> Open(Guid siteId, Guid id, Guid reader, string what, CancellationToken stop)
    {
        var kept = await db.Cases.AsNoTracking().Include(c => c.Files).SingleOrDefaultAsync(c => c.SiteId == siteId && c.Id == id, stop);
        if (kept is null)
        {
            return null;
        }
        db.Accesses.Add(new SealedAccess { CaseId = id, PersonId = reader, At = clock.GetUtcNow(), What = what });
        await db.SaveChangesAsync(stop);
        return (kept, vault.Box.Unlock<SealedContent>(kept.Box, Purpose), [.. kept.Files.Select(file => (file.Id, vault.Box.Unlock<SealedPaper>(file.Box, FilePurpose)))]);
    }

    public Task<List<SealedAccess>> AccessesOf(Guid id, CancellationToken stop) =>
        db.Accesses.AsNoTracking().Where(a => a.CaseId == id).OrderByDescending(a => a.At).ToListAsync(stop);

    private Task<SealedCase?> Earlier(Guid siteId, string key, CancellationToken stop) =>
        db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.SiteId == siteId && c.IdempotencyKey == key, stop);
}
