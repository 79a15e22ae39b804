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
        var files = await db.Files.AsNoTracking().Where(file => file.CaseId == id && file.NoteId != null).ToListAsync(stop);
        return (kept, [.. kept.Notes.Where(note => note.Kind != SealedNoteKind.AmongReaders).OrderBy(note => note.At).ThenBy(note => note.Id)
            .Select(note => new SealedLetter(note.Kind, null, note.At, box.Unlock<string>(note.Box, SealedCase.NotePurpose))
            {
                Papers = [.. files.Where(file => file.NoteId == note.Id).Select(file => (file.Id, box.Unlock<SealedPaper>(file.Box, SealedCase.FilePurpose).Name))],
            })]);
    }

    /// <summary>The case that came under this key; for what others hand on for its sender.</summary>
    public async Task<Guid?> FindByKey(Guid siteId, string idempotencyKey, CancellationToken stop) =>
        await db.Cases.AsNoTracking().Where(c => c.SiteId == siteId && c.IdempotencyKey == idempotencyKey).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(stop);

    /// <summary>The sender writes; false when there is no such case or the mailbox is full. A letter with an id of its own is kept once.</summary>
    public async Task<bool> Answer(Guid siteId, Guid id, string text, CancellationToken stop, Guid? letter = null, IReadOnlyList<SealedPaper>? papers = null)
    {
        if (letter is { } known && await db.Notes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == known, stop) is { } earlier)
        {
            if (earlier.CaseId == id)
            {
                return true;
            }
            letter = null;   // somebody else's: an id of its own then
        }
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.SiteId == siteId && c.Id == id, stop) is not { } kept
            || await db.Notes.CountAsync(note => note.CaseId == id, stop) >= MostLetters)
        {
            return false;
        }
        Add(kept, SealedNoteKind.FromSender, null, text, papers ?? [], letter);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (letter is not null)
        {
            db.ChangeTracker.Clear();   // sent twice at once: one of them is kept
            if (!await db.Notes.AnyAsync(note => note.Id == letter && note.CaseId == id, stop))
            {
                throw;
            }
        }
        return true;
    }

    /// <summary>A reader writes to the sender or to the other readers, on record.</summary>
    public async Task Write(SealedCase kept, SealedNoteKind kind, Guid reader, string text, IReadOnlyList<SealedPaper> papers, CancellationToken stop)
    {
        Add(kept, kind, reader, text, papers);
        await log.Write(kept.Id, reader, kind == SealedNoteKind.ToSender ? "viết cho người gửi" : "ghi chú", stop);
    }

    /// <summary>A file that a reader sent with a letter to the sender; what the sender sent is not handed out again.</summary>
    public async Task<SealedPaper?> Paper(Guid siteId, Guid id, Guid file, CancellationToken stop) =>
        await db.Cases.AsNoTracking().Include(c => c.Notes).SingleOrDefaultAsync(c => c.SiteId == siteId && c.Id == id, stop) is { } kept
        && await db.Files.AsNoTracking().SingleOrDefaultAsync(one => one.Id == file && one.CaseId == id, stop) is { NoteId: { } note } found
        && kept.Notes.Exists(letter => letter.Id == note && letter.Kind == SealedNoteKind.ToSender)
            ? vault.For(kept).Unlock<SealedPaper>(found.Box, SealedCase.FilePurpose) : null;

    private void Add(SealedCase kept, SealedNoteKind kind, Guid? person, string text, IReadOnlyList<SealedPaper> papers, Guid? id = null)
    {
        var (box, note) = (vault.For(kept), id ?? Guid.CreateVersion7());
        db.Notes.Add(new SealedNote { Id = note, CaseId = kept.Id, Kind = kind, PersonId = person, At = clock.GetUtcNow(), Box = box.Lock(text, SealedCase.NotePurpose) });
        db.Files.AddRange(papers.Select(paper => new SealedFile { CaseId = kept.Id, NoteId = note, Box = box.Lock(paper, SealedCase.FilePurpose) }));
    }
}
