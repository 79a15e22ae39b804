using System.Globalization;
using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Content.Papers;

/// <summary>Reads a PDF or Word file of the library in the background, and has the documents that name it indexed anew.</summary>
public sealed class ReadPaper(TimeProvider clock) : IDoChore
{
    public const string ChoreKind = "read-paper";

    public string Kind => ChoreKind;
    public bool IsHeavy => true;

    public async Task Do(Chore chore, IServiceProvider services, ChoreProgress progress, CancellationToken stop)
    {
        var (db, files) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<FileStore>());
        var id = Guid.Parse(chore.Subject);
        if (await db.MediaFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { } paper)
        {
            return;   // deleted since
        }
        // The same bytes may have been read for another file: those that name this one still do not know.
        if (!await db.PaperTexts.AnyAsync(text => text.Sha256 == paper.Sha256, stop) && await files.Bytes(paper.StoreKey(), stop) is { } bytes)
        {
            db.PaperTexts.Add(await Read(paper, bytes, progress, stop));
        }
        await db.NoteTextsNaming(paper.Name, clock.GetUtcNow(), stop);
        await db.SaveChangesAsync(stop);
    }

    private async Task<PaperText> Read(MediaFile paper, byte[] bytes, ChoreProgress progress, CancellationToken stop)
    {
        var found = paper.Name.EndsWith(".docx", StringComparison.Ordinal) ? await PaperReading.WordFile(bytes, stop)
            : await new PaperReading(clock).Pdf(bytes, (page, of) => progress(page * 100 / Math.Max(1, of), string.Create(CultureInfo.InvariantCulture, $"Đọc chữ trang {page}/{of}")), stop);
        return new PaperText { Sha256 = paper.Sha256, Outcome = found.Outcome, Pages = found.Pages, PagesRead = found.PagesRead, Text = found.Text, ReadAt = clock.GetUtcNow() };
    }
}
