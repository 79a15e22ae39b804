using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Content.Papers;
using CCHC.Portal.Jobs;
using CCHC.Portal.Language;
using CCHC.Portal.Search;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Content;

/// <summary>The library's front door: judges what is brought, keeps it under a name of its own, and has its copies made. The caller saves.</summary>
public sealed class MediaIntake(PortalDb db, FileStore files, Arrivals arrivals, Ffmpeg ffmpeg, MediaSettings settings, MediaShelf shelf, Nudge nudge, TimeProvider clock)
{
    public const string ChangeSource = "media";

    /// <summary>Judges a file at hand: a picture, a PDF, captions, or a clip short enough to come in one piece.</summary>
    public async Task<MediaArrival> Take(Stream content, string name, long length, string folder, Guid? by, CancellationToken stop)
    {
        var judged = await Judge(content, name, length, stop);
        return judged.Problem is not null ? MediaArrival.Refused(judged.Problem) : await Keep(judged, name, folder, by, stop);
    }

    /// <summary>Other bytes for a file there is, of the same kind.</summary>
    public async Task<string?> Replace(MediaFile file, Stream content, string name, long length, CancellationToken stop)
    {
        var judged = await Judge(content, name, length, stop);
        if (judged.Problem is null && (judged.Kind != file.Kind || !SameEnding(judged.Ending, file.Name)))
        {
            judged.Drop();
            return $"Tệp thay phải cùng loại với tệp đang có ({Path.GetExtension(file.Name)}).";
        }
        if (judged.Problem is not null)
        {
            return judged.Problem;
        }
        await Put(file, judged, stop);
        return null;
    }

    /// <summary>A clip that has arrived whole, piece by piece.</summary>
    public async Task<MediaArrival> TakeArrived(MediaUpload upload, CancellationToken stop)
    {
        var judged = await JudgeClip(arrivals.PathOf(upload.Id), upload.Name, stop);
        return judged.Problem is not null ? MediaArrival.Refused(judged.Problem) : await Keep(judged, upload.Name, upload.Folder, upload.PersonId, stop);
    }

    /// <summary>After the save: readers of this node see it now, those of others when they read the note.</summary>
    public void Tell()
    {
        shelf.Forget(db.SiteId);
        nudge.Ring(KeepIndexJob.JobName);
        nudge.Ring(DoChoresJob.Quick);
        nudge.Ring(DoChoresJob.Heavy);
    }

    /// <summary>Before the save: the note that makes every node forget the pages and the shelf.</summary>
    public void Note(MediaFile file) => db.IndexChanges.Add(new IndexChange { Source = ChangeSource, Key = file.Name, At = clock.GetUtcNow() });

    /// <summary>Keeps what a chore made, unless the bytes are others by now, and tells everybody. Staff who edit its words meanwhile are not overtaken by it.</summary>
    public async Task SaveMade(MediaFile file, CancellationToken stop)
    {
        await db.MediaFiles.Where(row => row.Id == file.Id && row.Sha256 == file.Sha256).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Made, file.Made).SetProperty(row => row.Seconds, file.Seconds).SetProperty(row => row.Width, file.Width).SetProperty(row => row.Height, file.Height), stop);
        Note(file);
        await db.SaveChangesAsync(stop);
        shelf.Forget(db.SiteId);
        nudge.Ring(KeepIndexJob.JobName);
    }

    private async Task<JudgedMedia> Judge(Stream content, string name, long length, CancellationToken stop)
    {
        var head = new byte[ClipSignature.Needed];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
        await using var whole = new RejoinedStream(head.AsMemory(0, read), content);
        if (ClipSignature.ContainerOf(head.AsSpan(0, read)) != ClipContainer.None || ClipSignature.ContainerClaimedBy(name) != ClipContainer.None)
        {
            return await JudgeClip(await Spool(whole, stop), name, stop);
        }
        if (Path.GetExtension(name).ToLowerInvariant() is ".vtt" or ".srt")
        {
            return await JudgeCaptions(whole, stop);
        }
        if (WordPaper.IsClaimedBy(name))
        {
            return await WordPaper.Judge(whole, name, length, stop);
        }
        var incoming = await Incoming.CheckForLibrary(whole, name, length, stop);
        return incoming.Problem != IncomingProblem.None
            ? JudgedMedia.Refused(MediaRefusals.Explain(incoming.Problem, name, head.AsSpan(0, read)))
            : new JudgedMedia(incoming.ContentType == "application/pdf" ? MediaKind.Document : MediaKind.Image, incoming.Extension, incoming.ContentType)
            {
                Bytes = incoming.Content,
                Width = incoming.Width,
                Height = incoming.Height,
            };
    }

    private static async Task<JudgedMedia> JudgeCaptions(Stream content, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; all.Length <= Captions.MostBytes && (read = await content.ReadAsync(buffer, stop)) > 0;)
        {
            all.Write(buffer, 0, read);
        }
        var (vtt, problem) = Captions.Read(all.ToArray());
        return problem is not null ? JudgedMedia.Refused(problem)
            : new JudgedMedia(MediaKind.Captions, "vtt", "text/vtt; charset=utf-8") { Bytes = Encoding.UTF8.GetBytes(vtt!) };
    }

    private async Task<string> Spool(Stream content, CancellationToken stop)
    {
        var path = files.Scratch("part");
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true);
        await content.CopyToAsync(file, stop);
        return path;
    }

    private async Task<JudgedMedia> JudgeClip(string path, string name, CancellationToken stop)
    {
        var container = Container(path);
        var claimed = ClipSignature.ContainerClaimedBy(name);
        var problem = container == ClipContainer.None || claimed != container ? MediaRefusals.WrongEnding(name, container)
            : new FileInfo(path).Length > settings.MostClipBytes ? $"Tệp “{name}” lớn quá {settings.MostClipMb} MB." : null;
        var facts = problem is null && ffmpeg.IsThere ? await ffmpeg.Probe(path, container, stop) : null;
        problem ??= !ffmpeg.IsThere ? null
            : facts is null ? $"Tệp “{name}” hỏng hoặc không phải video, âm thanh đọc được. Hãy thử xuất lại thành MP4 hoặc MP3."
            : facts.Seconds > settings.MostMinutes * 60 ? $"Tệp “{name}” dài quá {settings.MostMinutes} phút."
            : facts.Width > 8192 || facts.Height > 8192 ? $"Video “{name}” có khung hình quá lớn." : null;
        if (problem is not null)
        {
            File.Delete(path);
            return JudgedMedia.Refused(problem);
        }
        var isVideo = facts?.HasPictures ?? Path.GetExtension(name).ToLowerInvariant() is not (".m4a" or ".mp3" or ".wav" or ".ogg" or ".oga" or ".opus" or ".flac" or ".aac" or ".weba");
        var (ending, type) = container.KeptAs(isVideo);
        return new JudgedMedia(isVideo ? MediaKind.Video : MediaKind.Audio, ending, type)
        {
            Path = path,
            Width = facts?.Width,
            Height = facts?.Height,
            Seconds = facts is null ? null : (int)Math.Round(facts.Seconds),
        };
    }

    private async Task<MediaArrival> Keep(JudgedMedia judged, string name, string folder, Guid? by, CancellationToken stop)
    {
        var sha = await judged.Fingerprint(stop);
        if (await db.MediaFiles.FirstOrDefaultAsync(file => file.Sha256 == sha && file.State == MediaState.Active, stop) is { } same)
        {
            judged.Drop();
            return new MediaArrival(same, null, IsKnown: true);
        }
        var shown = SafeFileName.Plain(name);
        var file = new MediaFile
        {
            SiteId = db.SiteId,
            Name = await NameFor(shown, judged.Ending, sha, stop),
            Folder = folder,
            Title = shown,
            OriginalName = VietnameseText.CleanLine(name) is { Length: > 200 } long_ ? long_[..200] : VietnameseText.CleanLine(name),
            UploaderId = by,
            UploadedAt = clock.GetUtcNow(),
            Kind = judged.Kind,
            Consent = judged.Kind is MediaKind.Image or MediaKind.Video ? Consent.NotAsked : Consent.NobodyShown,
        };
        await Put(file, judged, stop);
        db.MediaFiles.Add(file);
        return new MediaArrival(file, null);
    }

    // On the disk first: the row may then say that it is there.
    private async Task Put(MediaFile file, JudgedMedia judged, CancellationToken stop)
    {
        var sha = await judged.Fingerprint(stop);
        file.TakeBytes(sha, judged.Size, judged.ContentType, judged.Width, judged.Height, judged.Seconds);
        if (judged.Path is { } path)
        {
            files.Adopt(path, file.StoreKey());
        }
        else
        {
            using var bytes = new MemoryStream(judged.Bytes, writable: false);
            await files.PutKnown(file.StoreKey(), bytes, stop);
        }
        var isClip = judged.Kind is MediaKind.Video or MediaKind.Audio;
        file.ServesMaster = !isClip || !ffmpeg.IsThere;
        if (judged.Kind is MediaKind.Image or MediaKind.Document || (isClip && ffmpeg.IsThere))
        {
            db.Chores.Add(Chore.Of(judged.Kind switch { MediaKind.Image => DrawPicture.ChoreKind, MediaKind.Document => ReadPaper.ChoreKind, _ => PrepareClip.ChoreKind }, file.Id.ToString("n"), clock.GetUtcNow()));
        }
        Note(file);
    }

    private async Task<string> NameFor(string shown, string ending, string sha, CancellationToken stop)
    {
        var slug = Slug.From(shown) is { Length: > 0 } words ? words : "tep";
        var name = $"{(slug.Length > 80 ? slug[..80].TrimEnd('-') : slug)}.{ending}";
        return db.MediaFiles.Local.Any(file => file.Name == name) || await db.MediaFiles.AnyAsync(file => file.Name == name, stop) ? $"{Path.GetFileNameWithoutExtension(name)}-{sha[..6]}.{ending}" : name;
    }

    private static ClipContainer Container(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[ClipSignature.Needed];
        return ClipSignature.ContainerOf(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private static bool SameEnding(string ending, string name) => Path.GetExtension(name) == "." + ending || (ending == "webp" && Path.GetExtension(name) is ".jpg" or ".png");
}

/// <summary>What became of a file that was brought: a file of the library, perhaps one that was there before, or words why not.</summary>
public sealed record MediaArrival(MediaFile? File, string? Problem, bool IsKnown = false)
{
    public static MediaArrival Refused(string problem) => new(null, problem);
}
