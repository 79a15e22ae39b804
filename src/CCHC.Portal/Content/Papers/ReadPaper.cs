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
        if (await db.MediaFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { } paper || await files.Bytes(paper.StoreKey(), stop) is not { } bytes
            || await db.PaperTexts.AnyAsync(text => text.Sha256 == paper.Sha256, stop))
        {
            return;   // deleted since, or read already
        }
        var found = paper.Name.EndsWith(".docx", StringComparison.Ordinal) ? await PaperReading.WordFile(bytes, stop)
            : await new PaperReading(clock).Pdf(bytes, (page, of) => progress(page * 100 / Math.Max(1, of), string.Create(CultureInfo.InvariantCulture, $"Đọc chữ trang {page}/{of}")), stop);
        db.PaperTexts.Add(new PaperText { Sha256 = paper.Sha256, Outcome = found.Outcome, Pages = found.Pages, PagesRead = found.PagesRead, Text = found.Text, ReadAt = clock.GetUtcNow() });
        var publishing = services.GetRequiredService<Publishing>();
        foreach (var edition in await db.Editions.AsNoTracking().Naming(paper.Name).Live().ToListAsync(stop))
        {
            publishing.Note(edition);
        }
        await db.SaveChangesAsync(stop);
    }
}
