using System.Security.Cryptography;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Jobs;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using NetVips;
using YamlDotNet.Core;

namespace CCHC.Portal.Operations;

/// <summary>Loads a site's pictures and clips: small pictures at once, all other sizes by a chore when the portal runs.</summary>
internal sealed class SeedMedia(PortalDb db, FileStore files, MediaSettings settings, Ffmpeg ffmpeg, TimeProvider clock, SeedReport report)
{
    private static readonly string[] AtOnce = ["480.webp"];
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Types = new()
    {
        [".webp"] = "image/webp",
        [".jpg"] = "image/jpeg",
        [".png"] = "image/png",
        [".mp4"] = "video/mp4",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    };

    private static MediaKind KindOf(string type) => type.Split('/', ';')[..2] switch
    {
        ["image", _] => MediaKind.Image,
        ["video", _] => MediaKind.Video,
        ["audio", _] => MediaKind.Audio,
        ["text", _] => MediaKind.Captions,
        _ => MediaKind.Document,
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
            db.MediaFiles.Add(file = new MediaFile { Name = name, SiteId = siteId, Kind = KindOf(Types[Path.GetExtension(name)]), Consent = Consent.NobodyShown, OriginalName = name, UploadedAt = clock.GetUtcNow() });
        }
        if (file.Version == 0)   // else staff wrote since
        {
            (file.Alt, file.AltEn, file.Caption, file.Credit, file.IsIllustration) =
                (words?.Alt ?? "", words?.AltEn ?? "", words?.Caption ?? "", words?.Credit ?? "", words?.Illustration ?? false);
            Know(file, words ?? new MediaRow());
        }
        if (file.Version > 0 || (file.Sha256 == sha && files.Exists(file.StoreKey())))
        {
            report.Unchanged++;
            return;
        }
        await Take(file, content, sha, path, stop);
        report.Added++;
    }

    private static void Know(MediaFile file, MediaRow words)
    {
        (file.Title, file.Folder, file.Tags) = (words.Title, words.Folder, string.Join('\n', words.Tags));
        (file.RightsHolder, file.Licence, file.ExpiresOn) = (words.RightsHolder, words.Licence, words.Expires);
        (file.Consent, file.ConsentNote, file.ConsentUntil) = (words.Consent, words.ConsentNote, words.ConsentUntil);
        (file.FocusX, file.FocusY) = (words.FocusX, words.FocusY);
    }

    private async Task Take(MediaFile file, byte[] content, string sha, string path, CancellationToken stop)
    {
        var type = Types[Path.GetExtension(path)];
        if (file.Kind != MediaKind.Image)
        {
            await Keep(MediaFile.KeyOf(file.SiteId, sha, file.Name), content, stop);
            var container = ClipSignature.ContainerClaimedBy(file.Name);
            var facts = container != ClipContainer.None && ffmpeg.IsThere ? await ffmpeg.Probe(files.PathFor(MediaFile.KeyOf(file.SiteId, sha, file.Name))!, container, stop) : null;
            file.TakeBytes(sha, content.Length, type, facts?.Width, facts?.Height, facts is null ? null : (int)Math.Round(facts.Seconds));
            if (file.Kind == MediaKind.Document)
            {
                db.Chores.Add(Chore.Of(ReadPaper.ChoreKind, file.Id.ToString("n"), clock.GetUtcNow()));
            }
            return;
        }
        using (var image = Image.NewFromBuffer(content))
        {
            file.TakeBytes(sha, content.Length, type, image.Width, image.Height, null);
        }
        await Keep(file.StoreKey(), content, stop);
        var wanted = PictureSizes.Wanted(file.Width!.Value, PictureSizes.IsSeeThrough(content)).ToList();
        foreach (var (copy, drawn) in PictureSizes.Draw(content, [.. AtOnce.Intersect(wanted)]))
        {
            await Keep(file.StoreKey(copy), drawn, stop);
            file.Made = copy;
        }
        if (settings.DrawSeeds && wanted.Count > AtOnce.Length)
        {
            db.Chores.Add(Chore.Of(DrawPicture.ChoreKind, file.Id.ToString("n"), clock.GetUtcNow(), Later));
        }
        if (file.Alt == "")
        {
            report.Problems.Add(new SeedProblem(path, 0, "the picture has no alternative text in media.yaml"));
        }
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
