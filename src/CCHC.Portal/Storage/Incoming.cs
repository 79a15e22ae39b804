using NetVips;

namespace CCHC.Portal.Storage;

/// <summary>Judges and cleans a file sent in: its type by its content, images drawn anew, PDF checked and kept.</summary>
public static class Incoming
{
    public const long MostBytes = 15 * 1024 * 1024, MostClipBytes = 40 * 1024 * 1024, MostLibraryBytes = 40 * 1024 * 1024;
    public const long MostPixels = 40_000_000;
    public const int MostSide = 12_000;

    private const int Quality = 80;
    private const int AnyHeight = 10_000_000;   // Vips fits a box: only the width shall count

    // What the library keeps is drawn again in every size, so it is kept a little better.
    private static readonly Measure Public = new(MostBytes, Side: 2400, Quality), Library = new(MostLibraryBytes, Side: 2560, Quality: 88);

    // Vips describes every flaw of every hostile file on the error stream; the answer says enough.
    private static readonly Log.LogDelegate Unheard = (_, _, _) => { };

    // One decoded image of 40 megapixels is 160 MB: a burst of uploads waits its turn.
    private static readonly SemaphoreSlim Drawing = new(2);

    static Incoming()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Unheard);
        Cache.Max = 0;   // every upload is another image; Vips would keep the last hundred
    }

    /// <summary>A file from the public: a picture or PDF, a Word document or sheet, a film or recording.</summary>
    public static async Task<IncomingFile> Check(Stream content, string name, long length, CancellationToken stop, Ffmpeg? ffmpeg = null)
    {
        var (bytes, problem) = await Read(content, length, MostClipBytes, stop);
        if (bytes is null) return Refused(problem, name);

        if (IncomingClip.ContainerOf(bytes) is not ClipContainer.None and var container)
        {
            // A film named .jpg or .pdf is a disguise.
            return FileSignature.KindClaimedBy(name) != FileKind.Unknown ? Refused(IncomingProblem.NotWhatItSays, name)
                : await AtOwnTurn(async () => await IncomingClip.Check(bytes, container, name, ffmpeg, stop) ?? Refused(IncomingProblem.Broken, name), stop);
        }
        if (bytes.LongLength > MostBytes) return Refused(IncomingProblem.TooLarge, name);
        return OfficePackage.IsZip(bytes) || OfficePackage.IsLocked(bytes) ? await AtOwnTurn(() => Task.Run(() => CheckOffice(bytes, name), stop), stop) : await Judge(bytes, name, Public, stop);
    }

    /// <summary>A picture or PDF that staff put into the library.</summary>
    public static Task<IncomingFile> CheckForLibrary(Stream content, string name, long length, CancellationToken stop) => Check(content, name, length, Library, stop);

    private static async Task<IncomingFile> Check(Stream content, string name, long length, Measure measure, CancellationToken stop)
    {
        var (bytes, problem) = await Read(content, length, measure.MostBytes, stop);
        return bytes is null ? Refused(problem, name) : await Judge(bytes, name, measure, stop);
    }

    private static async Task<(byte[]? Bytes, IncomingProblem Problem)> Read(Stream content, long length, long most, CancellationToken stop)
    {
        if (length > most) return (null, IncomingProblem.TooLarge);

        try
        {
            return await ReadAtMost(content, most, stop) switch
            {
                null => (null, IncomingProblem.TooLarge),
                [] => (null, IncomingProblem.Empty),
                var bytes => (bytes, IncomingProblem.None),
            };
        }
        catch (IOException)
        {
            return (null, IncomingProblem.Broken);   // the sender broke off
        }
    }

    private static async Task<IncomingFile> Judge(byte[] bytes, string name, Measure measure, CancellationToken stop)
    {
        var kind = FileSignature.KindOf(bytes);
        var claimed = FileSignature.KindClaimedBy(name);
        if (kind == FileKind.Unknown)
            return Refused(claimed == FileKind.Unknown ? IncomingProblem.UnknownType : IncomingProblem.NotWhatItSays, name);

        // A JPEG named .png is a mistake of a program; a PDF named .jpg is a disguise.
        if (claimed != FileKind.Unknown && claimed.IsImage() != kind.IsImage()) return Refused(IncomingProblem.NotWhatItSays, name);

        return kind == FileKind.Pdf ? CheckPdf(bytes, name) : await CheckImage(bytes, name, measure, stop);
    }

    public static byte[] Resize(byte[] image, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);

        using var smaller = Image.ThumbnailBuffer(image, width, height: AnyHeight, size: Enums.Size.Down, outputProfile: "srgb");
        return smaller.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A picture of ours with these places painted over, in thousandths of its width and height.</summary>
    public static byte[] Cover(byte[] picture, IReadOnlyCollection<CoverBox> boxes)
    {
        using var image = Image.NewFromBuffer(picture);
        using var flat = image.HasAlpha() ? image.Flatten() : image.Copy();
        using var covered = flat.Mutate(paper =>
        {
            foreach (var box in boxes)
            {
                var (left, top) = (box.X * flat.Width / 1000, box.Y * flat.Height / 1000);
                // Rounded outwards: no line of a face is left at the edge.
                var (right, bottom) = (Math.Min(flat.Width, ((box.X + box.W) * flat.Width / 1000) + 1), Math.Min(flat.Height, ((box.Y + box.H) * flat.Height / 1000) + 1));
                paper.DrawRect([.. Enumerable.Repeat(64.0, flat.Bands)], left, top, right - left, bottom - top, fill: true);
            }
        });
        return covered.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }

    private static IncomingFile CheckPdf(byte[] bytes, string name) => PdfSurface.ProblemOf(bytes) switch
    {
        IncomingProblem.None => new(IncomingProblem.None, "application/pdf", "pdf", bytes, null, null, SafeFileName.From(name, "pdf")),
        var problem => Refused(problem, name),
    };

    private static IncomingFile CheckOffice(byte[] bytes, string name)
    {
        if (OfficePackage.IsLocked(bytes)) return Refused(IncomingProblem.Encrypted, name);

        var (problem, kind, cleaned) = OfficePackage.Open(bytes);
        var claimed = FileSignature.KindClaimedBy(name);
        if (problem == IncomingProblem.UnknownType && claimed != FileKind.Unknown) return Refused(IncomingProblem.NotWhatItSays, name);
        if (problem != IncomingProblem.None) return Refused(problem, name);
        if (claimed != FileKind.Unknown && claimed != kind) return Refused(IncomingProblem.NotWhatItSays, name);

        var (ending, type) = kind == FileKind.Docx
            ? ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            : ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new(IncomingProblem.None, type, ending, cleaned, null, null, SafeFileName.From(name, ending));
    }

    private static Task<IncomingFile> CheckImage(byte[] bytes, string name, Measure measure, CancellationToken stop) => AtOwnTurn(async () =>
    {
        try
        {
            return await Task.Run(() => DrawAnew(bytes, name, measure), stop);
        }
        catch (VipsException)
        {
            return Refused(IncomingProblem.Broken, name);
        }
    }, stop);

    private static async Task<IncomingFile> AtOwnTurn(Func<Task<IncomingFile>> work, CancellationToken stop)
    {
        await Drawing.WaitAsync(stop);
        try
        {
            return await work();
        }
        finally
        {
            Drawing.Release();
        }
    }

    private static IncomingFile DrawAnew(byte[] bytes, string name, Measure measure)
    {
        // Vips reads no further than the header here; and not even that of a PNG with an absurd size.
        if (FileSignature.PngSize(bytes) is var (pngWidth, pngHeight) && IsTooLarge(pngWidth, pngHeight))
            return Refused(IncomingProblem.TooManyPixels, name);

        using (var streamed = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error))
        {
            if (IsTooLarge(streamed.Width, streamed.Height)) return Refused(IncomingProblem.TooManyPixels, name);
            streamed.Avg();   // reads to the end and throws when that is missing; a thumbnail fills the gap with grey
        }

        // Turns upright by the EXIF orientation; a file of many frames gives its first.
        using var upright = Image.ThumbnailBuffer(bytes, measure.Side, height: measure.Side, size: Enums.Size.Down, outputProfile: "srgb");
        var webp = upright.WebpsaveBuffer(q: measure.Quality, keep: Enums.ForeignKeep.None);
        return new(IncomingProblem.None, "image/webp", "webp", webp, upright.Width, upright.Height, SafeFileName.From(name, "webp"));
    }

    private static bool IsTooLarge(long width, long height) =>
        width > MostSide || height > MostSide || width * height > MostPixels;

    private static async Task<byte[]?> ReadAtMost(Stream content, long most, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var buffer = new byte[80 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, stop)) > 0)
        {
            if (all.Length + read > most) return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private sealed record Measure(long MostBytes, int Side, int Quality);

    private static IncomingFile Refused(IncomingProblem problem, string name) =>
        new(problem, "", "", [], null, null, SafeFileName.From(name, extension: null));
}
