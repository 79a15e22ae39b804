using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>Letters between the readers of a sealed case and whoever sent it, who comes with code and secret and is asked for nothing else.</summary>
public sealed class SealedMailbox(SealedDb db, SealedVault vault, SealedLog log, TimeProvider clock)
{
    public const int MostLetters = 200;

    /// <summary>The case behind a code, with the fingerprint its secret must have.</summary>
    public async Task<(Guid Id, byte[] SecretHash)?> Find(Guid siteId, string referenceCode, CancellationToken stop) =>
        await db.Cases.AsNoTracking().Where(c => c.SiteId == siteId && c.ReferenceCode == referenceCode).Select(c => new { c.Id, c.SecretHash }).SingleOrDefaultAsync(stop) is { SecretHash.Length: > 0 } found
            ? (found.Id, found.SecretHash) : null;

    /// <summary>What the readers wrote to the sender and what was answered. What was sent at first is not shown again: somebody may look over a shoulder.</summary>
    public async Task<(SealedCase Case, IReadOnlyList<SealedLetter> Letters)?> Read(Guid siteId, Guid id, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().Include(c => c.Notes).SingleOrDefaultAsync(c => c.SiteId == siteId && c.Id == id, stop) is not { } kept)
        {
            return null;
        }
        var box = vault.For(kept);
        return (kept, [.. kept.Notes.Where(note => note.Kind != SealedNoteKind.AmongReaders).OrderBy(note => note.At).ThenBy(note => note.Id)
            .Select(note => new SealedLetter(note.Kind, null, note.At, box.Unlock<string>(note.Box, SealedCase.NotePurpose)))]);
    }

    /// <summary>The sender writes; false when there is no such case or the mailbox is full.</summary>
    public async Task<bool> Answer(Guid siteId, Guid id, string text, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.SiteId == siteId && c.Id == id, stop) is not { } kept
            || await db.Notes.CountAsync(note => note.CaseId == id, stop) >= MostLetters)
        {
            return false;
        }
        Add(kept, SealedNoteKind.FromSender, null, text);
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>A reader writes to the sender or to the other readers, on record.</summary>
    public async Task Write(SealedCase kept, SealedNoteKind kind, Guid reader, string text, CancellationToken stop)
    {
        Add(kept, kind, reader, text);
        await log.Write(kept.Id, reader, kind == SealedNoteKind.ToSender ? "viết cho người gửi" : "ghi chú", stop);
    }

    private void Add(SealedCase kept, SealedNoteKind kind, Guid? person, string text) =>
        db.Notes.Add(new SealedNote { CaseId = kept.Id, Kind = kind, PersonId = person, At = clock.GetUtcNow(), Box = vault.For(kept).Lock(text, SealedCase.NotePurpose) });
}
