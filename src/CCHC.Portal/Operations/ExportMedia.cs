using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Writes the files of the library that pages before readers use, with their words and rights.</summary>
internal sealed class ExportMedia(PortalDb db, FileStore files, ExportReport report)
{
    public async Task Write(string folder, CancellationToken stop)
    {
        var forReaders = await db.MediaForReaders(stop);
        var shelf = (await db.MediaFiles.AsNoTracking().Where(file => file.State == MediaState.Active).ToListAsync(stop)).Where(file => forReaders.Contains(file.Name)).ToList();
        Directory.CreateDirectory(folder);
        var rows = new List<MediaRow>();
        foreach (var file in shelf.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (await Copy(file, Path.Combine(folder, file.Name), stop))
            {
                rows.Add(Row(file));
            }
        }
        report.Media = rows.Count;
        await File.WriteAllTextAsync(Path.Combine(folder, "media.yaml"), SeedWriting.Yaml(rows), new UTF8Encoding(false), stop);
    }

    private async Task<bool> Copy(MediaFile file, string path, CancellationToken stop)
    {
        if (Path.GetFileName(file.Name) != file.Name || StoreKeyOf(file) is not { } key || files.Open(key) is not { } content)
        {
            report.LeftOut.Add($"media {file.Name}: {(file.ServesMaster ? "its bytes are not in the store" : "the original tells where it was filmed, and no copy of the same kind is made yet")}");
            return false;
        }
        await using (content)
        {
            await using var target = new FileStream(path, FileMode.CreateNew);
            await content.CopyToAsync(target, stop);
        }
        return true;
    }

    // What is not served to readers as it came does not leave as it came either: the best copy of the same kind goes in its place.
    private static string? StoreKeyOf(MediaFile file) => file.ServesMaster ? file.StoreKey()
        : file.Copies.Where(copy => Path.GetExtension(copy) == Path.GetExtension(file.Name)).OrderByDescending(copy => copy.Length).ThenByDescending(copy => copy, StringComparer.Ordinal)
            .Select(copy => file.StoreKey(copy)).FirstOrDefault();

    private static MediaRow Row(MediaFile file) => new()
    {
        File = file.Name,
        Alt = file.Alt,
        AltEn = file.AltEn,
        Caption = file.Caption,
        Credit = file.Credit,
        Illustration = file.IsIllustration,
        Title = file.Title,
        Folder = file.Folder,
        Tags = [.. file.Tags.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        RightsHolder = file.RightsHolder,
        Licence = file.Licence,
        Consent = file.Consent,
        ConsentNote = file.ConsentNote,
        ConsentUntil = file.ConsentUntil,
        Expires = file.ExpiresOn,
        FocusX = file.FocusX,
        FocusY = file.FocusY,
    };
}
