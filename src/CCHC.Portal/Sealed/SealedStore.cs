using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Sealed;

/// <summary>Puts denunciations away, each under a key of its own, and opens them for a named reader, on record.</summary>
public sealed class SealedStore(SealedDb db, SealedVault vault, SealedLog log, TimeProvider clock)
{
    /// <summary>Fewer are not told apart.</summary>
    public const int LeastTold = 5;

    /// <summary>Keeps a message sealed; the same form sent twice is one case. Returns its reference code.</summary>
    public async Task<(string ReferenceCode, DateTimeOffset ReceivedAt)> Keep(SealedArrival arrival, CancellationToken stop)
    {
        if (await Earlier(arrival, stop) is { } earlier)
        {
            return (earlier.ReferenceCode, earlier.ReceivedAt);
        }
        var kept = Lock(arrival);
        db.Cases.Add(kept);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Sent twice at once: the first one's code is the answer.
            db.ChangeTracker.Clear();
            if (await Earlier(arrival, stop) is not { } first)
            {
                throw;
            }
            kept = first;
        }
        return (kept.ReferenceCode, kept.ReceivedAt);
    }

    /// <summary>Keeps it, or what is known of it now in place of what was kept under the same code and key a moment ago.</summary>
    public async Task Renew(SealedArrival arrival, CancellationToken stop)
    {
        await Keep(arrival, stop);
        db.ChangeTracker.Clear();
        var kept = await db.Cases.Include(c => c.Files).SingleAsync(c => c.SiteId == arrival.SiteId && c.IdempotencyKey == arrival.IdempotencyKey && c.ReferenceCode == arrival.ReferenceCode, stop);
        var box = vault.For(kept);
        (kept.Box, kept.IdentityBox, kept.AboutBox) = (box.Lock(arrival.Content, SealedCase.Purpose), box.Lock(arrival.Sender, SealedCase.IdentityPurpose), box.Lock(arrival.About, SealedCase.AboutPurpose));
        db.Files.RemoveRange([.. kept.Files]);
        db.Files.AddRange(arrival.Papers.Select(paper => new SealedFile { CaseId = kept.Id, Box = box.Lock(paper, SealedCase.FilePurpose) }));
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The cases this reader may open, newest first.</summary>
    public async Task<List<SealedCase>> Listed(Guid siteId, SealedReader reader, CancellationToken stop) =>
        (await db.Cases.AsNoTracking().Where(c => c.SiteId == siteId).OrderByDescending(c => c.ReceivedAt).ToListAsync(stop)).FindAll(kept => reader.MayRead(About(kept)));

    /// <summary>One case for this reader; null when there is none, or none for them.</summary>
    public async Task<SealedCase?> Find(Guid siteId, Guid id, SealedReader reader, CancellationToken stop) =>
        await db.Cases.Include(c => c.Files).Include(c => c.Notes).AsSplitQuery().SingleOrDefaultAsync(c => c.SiteId == siteId && c.Id == id, stop) is { } kept && reader.MayRead(About(kept)) ? kept : null;

    /// <summary>Opens one case. That it was opened is written down before anything is shown.</summary>
    public async Task<OpenedCase?> Open(Guid siteId, Guid id, SealedReader reader, string what, CancellationToken stop)
    {
        if (await Find(siteId, id, reader, stop) is not { } kept)
        {
            return null;
        }
        Part(kept);
        await log.Write(id, reader.PersonId, what, stop);
        var box = vault.For(kept);
        return new OpenedCase(kept, box.Unlock<SealedContent>(kept.Box, SealedCase.Purpose),
            [.. kept.Files.OrderBy(file => file.Id).Select(file => (file.Id, box.Unlock<SealedPaper>(file.Box, SealedCase.FilePurpose)))],
            [.. kept.Notes.OrderBy(note => note.At).ThenBy(note => note.Id).Select(note => new SealedLetter(note.Kind, note.PersonId, note.At, box.Unlock<string>(note.Box, SealedCase.NotePurpose))
            {
                Papers = [.. kept.Files.Where(file => file.NoteId == note.Id).Select(file => (file.Id, box.Unlock<SealedPaper>(file.Box, SealedCase.FilePurpose).Name))],
            })],
            kept.HoldBox.Length == 0 ? "" : box.Unlock<string>(kept.HoldBox, SealedCase.HoldPurpose));
    }

    /// <summary>Who sent it, for a reader who says why; that it was asked is written down before anything is shown, the reason under the case's own key.</summary>
    public async Task<SealedSender> Reveal(SealedCase kept, Guid reader, string why, CancellationToken stop)
    {
        Part(kept);
        var box = vault.For(kept);
        db.Notes.Add(new SealedNote { CaseId = kept.Id, Kind = SealedNoteKind.AmongReaders, PersonId = reader, At = clock.GetUtcNow(), Box = box.Lock($"Xem người gửi vì: {why}", SealedCase.NotePurpose) });
        await log.Write(kept.Id, reader, "xem người gửi", stop);
        return box.Unlock<SealedSender>(kept.IdentityBox, SealedCase.IdentityPurpose);
    }

    // Cases older than the box for the sender had both in one; goes with the line in the log.
    private void Part(SealedCase kept)
    {
        if (kept.IdentityBox.Length == 0)
        {
            var box = vault.For(kept);
            kept.IdentityBox = box.Lock(box.Unlock<SealedSender>(kept.Box, SealedCase.Purpose) with { Answers = [] }, SealedCase.IdentityPurpose);
            kept.Box = box.Lock(box.Unlock<SealedContent>(kept.Box, SealedCase.Purpose), SealedCase.Purpose);
        }
    }

    /// <summary>How many came in each year that this reader may know of; fewer than five are not told apart: null.</summary>
    public async Task<IReadOnlyList<(int Year, int? Count)>> Counted(Guid siteId, SealedReader reader, CancellationToken stop) =>
        [.. (await Listed(siteId, reader, stop)).GroupBy(kept => CCHC.Portal.Time.VietnamTime.Day(kept.ReceivedAt).Year).OrderByDescending(year => year.Key)
            .Select(year => (year.Key, year.Count() >= LeastTold ? year.Count() : (int?)null))];

    public SealedAbout About(SealedCase kept) =>
        kept.AboutBox.Length == 0 ? SealedAbout.Nobody : vault.For(kept).Unlock<SealedAbout>(kept.AboutBox, SealedCase.AboutPurpose);

    private SealedCase Lock(SealedArrival arrival)
    {
        var id = Guid.CreateVersion7();
        var key = vault.NewKey(id);
        var box = vault.For(new SealedCase { Id = id, WrappedKey = key, ReferenceCode = "", IdempotencyKey = "", Box = [] });
        var kept = new SealedCase
        {
            Id = id,
            SiteId = arrival.SiteId,
            ReferenceCode = arrival.ReferenceCode,
            SecretHash = arrival.SecretHash,
            IdempotencyKey = arrival.IdempotencyKey,
            WrappedKey = key,
            ReceivedAt = clock.GetUtcNow(),
            Box = box.Lock(arrival.Content, SealedCase.Purpose),
            IdentityBox = box.Lock(arrival.Sender, SealedCase.IdentityPurpose),
            AboutBox = box.Lock(arrival.About, SealedCase.AboutPurpose),
        };
        kept.Files.AddRange(arrival.Papers.Select(paper => new SealedFile { CaseId = id, Box = box.Lock(paper, SealedCase.FilePurpose) }));
        return kept;
    }

    private Task<SealedCase?> Earlier(SealedArrival arrival, CancellationToken stop) =>
        db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.SiteId == arrival.SiteId && c.IdempotencyKey == arrival.IdempotencyKey, stop);
}

/// <summary>A sealed case while a reader looks at it.</summary>
public sealed record OpenedCase(SealedCase Case, SealedContent Content, IReadOnlyList<(Guid Id, SealedPaper Paper)> Papers, IReadOnlyList<SealedLetter> Letters, string HeldBecause);

/// <summary>A note of a sealed case in the clear.</summary>
public sealed record SealedLetter(SealedNoteKind Kind, Guid? PersonId, DateTimeOffset At, string Text)
{
    /// <summary>The files that came with it, by name.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Papers { get; init; } = [];
}
