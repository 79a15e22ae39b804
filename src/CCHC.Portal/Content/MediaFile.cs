using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>A picture, clip, recording or paper of the site's library, with the words for those who cannot see it and what is known of its rights.</summary>
public sealed class MediaFile : ISiteOwned, IVersioned
{
    public const string CommonFolder = "chung";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The name content refers to it by: hall.webp.</summary>
    public required string Name { get; init; }

    public MediaKind Kind { get; set; }

    /// <summary>The code of the unit it belongs to, or chung.</summary>
    public string Folder { get; set; } = CommonFolder;

    public string Title { get; set; } = "";

    /// <summary>As the file was called on the phone or computer it came from.</summary>
    public string OriginalName { get; set; } = "";

    /// <summary>Words to find it by, one a line.</summary>
    public string Tags { get; set; } = "";

    public string Alt { get; set; } = "";
    public string AltEn { get; set; } = "";
    public string Caption { get; set; } = "";
    public string Credit { get; set; } = "";
    public string RightsHolder { get; set; } = "";
    public string Licence { get; set; } = "";
    public Consent Consent { get; set; }
    public string ConsentNote { get; set; } = "";
    public DateOnly? ConsentUntil { get; set; }

    /// <summary>The last day it may be shown.</summary>
    public DateOnly? ExpiresOn { get; set; }

    public bool IsIllustration { get; set; }

    /// <summary>Where the eye should stay when a card crops the picture, in thousandths from the left and the top.</summary>
    public int FocusX { get; set; } = 500;

    public int FocusY { get; set; } = 500;
    public string ContentType { get; set; } = "";
    public long Size { get; set; }
    public int? Width { get; set; }
    public int? Height { get; set; }
    public int? Seconds { get; set; }
    public string Sha256 { get; set; } = "";

    /// <summary>The copies made of the present bytes, such as 480.avif or 720.mp4, one space between.</summary>
    public string Made { get; set; } = "";

    /// <summary>Whether what was uploaded is itself served; clips from phones are not, because they tell where they were filmed.</summary>
    public bool ServesMaster { get; set; } = true;

    public MediaState State { get; set; }
    /// <summary>Whether the present bytes were looked through for malicious code; waiting counts only where there is a scanner.</summary>
    public ScanState Scan { get; private set; }

    public Guid? UploaderId { get; init; }
    public DateTimeOffset? UploadedAt { get; init; }
    public DateTimeOffset? StateSince { get; private set; }
    public int Version { get; set; }

    /// <summary>The beginning of the fingerprint, which makes every address new when the bytes are.</summary>
    public string Mark => Sha256[..12];

    /// <summary>What kind of file it is and how large, as readers are told before they take it away.</summary>
    public string KindAndSize => $"{Path.GetExtension(Name).TrimStart('.').ToUpperInvariant()}, {Math.Max(1, Size / 1024)} KB";

    public IEnumerable<string> Copies => Made.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool HasCopy(string copy) => Copies.Contains(copy);

    /// <summary>The address, which changes with the contents, so that it may be cached for ever.</summary>
    public string Address() => $"/tep/{Mark}/{Name}";

    /// <summary>The address of a copy such as 480.avif.</summary>
    public string Address(string copy) => $"/tep/{Mark}-{Path.GetFileNameWithoutExtension(copy)}/{NameOf(copy)}";

    /// <summary>The copy that is given where the original is not; null where the original is.</summary>
    public string? ServedCopy => ServesMaster ? null : Copies.LastOrDefault();

    public string ServedAddress => ServedCopy is { } copy ? Address(copy) : Address();

    /// <summary>The address of the copy of this width, or of the whole when there is none.</summary>
    public string Address(int width) => HasCopy($"{width}.webp") ? Address($"{width}.webp") : Address();

    /// <summary>The address other sites and readers of feeds get, who may not know newer formats.</summary>
    public string PlainAddress() => HasCopy("960.jpg") ? Address("960.jpg") : HasCopy("480.jpg") ? Address("480.jpg") : Address();

    /// <summary>What a copy is called when somebody saves it.</summary>
    public string NameOf(string copy) => Path.GetFileNameWithoutExtension(Name) + Path.GetExtension(copy);

    public string StoreKey(string? copy = null) => KeyOf(SiteId, Sha256, Name, copy);

    public static string KeyOf(Guid siteId, string sha256, string name, string? copy = null) => $"media/{siteId:n}/{sha256[..12]}{(copy is null ? "" : "-" + copy)}-{name}";

    /// <summary>Whether readers may see it on this day.</summary>
    public bool IsShownOn(DateOnly day) => State == MediaState.Active && !(ExpiresOn < day);

    public void Withdraw(DateTimeOffset now) => (State, StateSince) = (MediaState.Withdrawn, now);

    public void Trash(DateTimeOffset now) => (State, StateSince) = (MediaState.Trashed, now);

    public void Restore(DateTimeOffset now) => (State, StateSince) = (MediaState.Active, now);

    /// <summary>Takes other bytes under the same name; the copies of the old ones are no longer its own.</summary>
    public void TakeBytes(string sha256, long size, string contentType, int? width, int? height, int? seconds)
    {
        (Made, Scan) = sha256 == Sha256 ? (Made, Scan) : ("", ScanState.Waiting);
        (Sha256, Size, ContentType, Width, Height, Seconds) = (sha256, size, contentType, width, height, seconds);
    }

    /// <summary>What staff should mend.</summary>
    public IEnumerable<MediaProblem> Problems(DateOnly today)
    {
        var shows = Kind is MediaKind.Image or MediaKind.Video;
        if (Kind == MediaKind.Image && string.IsNullOrWhiteSpace(Alt))
        {
            yield return MediaProblem.NoAlt;
        }
        if (ExpiresOn < today)
        {
            yield return MediaProblem.Expired;
        }
        if (shows && (Consent is Consent.NotAsked or Consent.Missing || (Consent == Consent.Given && ConsentUntil < today)))
        {
            yield return MediaProblem.NoConsent;
        }
    }
}

public enum MediaKind { Image, Video, Audio, Document, Captions }

public enum MediaState { Active, Withdrawn, Trashed }

/// <summary>Whether the people in a picture agreed to its being shown.</summary>
public enum Consent { NotAsked, NobodyShown, Given, Missing }

public enum MediaProblem { NoAlt, Expired, NoConsent }
