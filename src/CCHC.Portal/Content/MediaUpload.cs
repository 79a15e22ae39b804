using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>A clip on its way in, piece by piece; what has arrived lies in the file store and its length is the truth.</summary>
public sealed class MediaUpload : ISiteOwned
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required string Folder { get; init; }
    public long Length { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is swept away if nobody goes on with it.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>The file it became.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>Why it was not taken, in Vietnamese.</summary>
    public string? Problem { get; private set; }

    public bool IsOver => FileId is not null || Problem is not null;

    public static MediaUpload Begin(Guid person, string name, string folder, long length, DateTimeOffset now) =>
        new() { PersonId = person, Name = name, Folder = folder, Length = length, CreatedAt = now, ExpiresAt = now + Kept };

    public void GoesOn(DateTimeOffset now) => ExpiresAt = now + Kept;

    public void Became(Guid file) => FileId = file;

    public void WasRefused(string words) => Problem = words;

    /// <summary>How many of the bytes offered at an offset may be written when so many are here: none when the offset is another.</summary>
    public static long Room(long here, long offset, long length) => offset == here && here <= length ? length - here : 0;
}
