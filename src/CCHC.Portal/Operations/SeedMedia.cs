using System.Security.Cryptography;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using NetVips;
using YamlDotNet.Core;

namespace CCHC.Portal.Operations;

/// <summary>Loads a site's pictures and clips, each picture in the widths the pages ask for.</summary>
internal sealed class SeedMedia(PortalDb db, FileStore files, SeedReport report)
{
    private static readonly int[] Widths = [480];

    private static readonly Dictionary<string, string> Types = new()
    {
        [".webp"] = "image/webp",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".mp4"] = "video/mp4",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".mp3"] = "audio/mpeg",
        [".pdf"] = "application/pdf",
    };

    public async Task Load(Guid siteId, string folder, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }
        var words = Words(Path.Combine(folder, "media.yaml")).ToDictionary(row => row.File);
        var known = await db.MediaFiles.ToDictionaryAsync(file => file.Name, stop);
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Types.ContainsKey(Path.GetExtension(path))).Order(StringComparer.Ordinal))
        {
            await One(siteId, path, known, words.GetValueOrDefault(Path.GetFileName(path)), stop);
        }
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
    }

    private async Task One(Guid siteId, string path, Dictionary<string, MediaFile> known, MediaRow? words, CancellationToken stop)
    {
        var name = Path.GetFileName(path);
        var content = await File.ReadAllBytesAsync(path, stop);
        var sha = Convert.ToHexStringLower(SHA256.HashData(content));
        if (!known.TryGetValue(name, out var file))
        {
            db.MediaFiles.Add(file = new MediaFile { Name = name, SiteId = siteId });
        }
        (file.Alt, file.AltEn, file.Caption, file.Credit, file.IsIllustration) =
            (words?.Alt ?? "", words?.AltEn ?? "", words?.Caption ?? "", words?.Credit ?? "", words?.Illustration ?? false);
        if (file.Sha256 == sha && files.Exists(file.StoreKey()))
        {
            report.Unchanged++;
            return;
        }

        (file.Sha256, file.Size, file.ContentType) = (sha, content.Length, Types[Path.GetExtension(path)]);
        await Keep(file.StoreKey(), content, stop);
        if (file.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            using var image = Image.NewFromBuffer(content);
            (file.Width, file.Height) = (image.Width, image.Height);
            foreach (var width in Widths.Where(width => width < image.Width))
            {
                await Keep(file.StoreKey(width), Incoming.Resize(content, width), stop);
            }
            if (file.Alt == "")
            {
                report.Problems.Add(new SeedProblem(path, 0, "the picture has no alternative text in media.yaml"));
            }
        }
        report.Added++;
    }

    private async Task Keep(string key, byte[] content, CancellationToken stop)
    {
        using var stream = new MemoryStream(content, writable: false);
        await files.PutKnown(key, stream, stop);
    }

    private List<MediaRow> Words(string path)
    {
        try
        {
            return File.Exists(path) ? SeedYaml.Read<List<MediaRow>>(File.ReadAllText(path)) : [];
        }
        catch (YamlException wrong)
        {
            report.Problems.Add(new SeedProblem(path, wrong.Start.Line, wrong.InnerException?.Message ?? wrong.Message));
            return [];
        }
    }
}
