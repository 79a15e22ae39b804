using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>A file of a case, cleaned and seen only by who may read the case: sent by its sender, or going with an answer.</summary>
public sealed class Attachment : ISiteOwned
{
    private string name = "", storeKey = "";
    private long size;
    private AttachmentSide side;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public required string Name { get => name; init => name = value; }
    public required string StoreKey { get => storeKey; init => storeKey = value; }
    public required string ContentType { get; init; }
    public long Size { get => size; init => size = value; }
    public AttachmentSide Side { get => side; init => side = value; }

    /// <summary>The only kinds that a browser draws, and that may ever be published.</summary>
    public bool IsPicture => ContentType is "image/webp" or "image/jpeg" or "image/png";

    public static Attachment Of(Feedback feedback, SentFile file, AttachmentSide side = AttachmentSide.Sender) =>
        new() { SiteId = feedback.SiteId, FeedbackId = feedback.Id, Name = file.Name, StoreKey = file.StoreKey, ContentType = file.ContentType, Size = file.Size, Side = side };

    /// <summary>Whether it was looked through for malicious code; waiting counts only where there is a scanner.</summary>
    public ScanState Scan { get; private set; }

    public void Rename(string name) => this.name = name;

    /// <summary>The answer it goes with went out: the sender may have it now.</summary>
    public void GoOut() => side = AttachmentSide.Answer;

    /// <summary>From now on everybody sees the covered picture; what it was is kept out of sight.</summary>
    public CoveredPicture Cover(SentFile covered, Guid by, DateTimeOffset now)
    {
        var before = new CoveredPicture { SiteId = SiteId, FeedbackId = FeedbackId, AttachmentId = Id, StoreKey = storeKey, Name = name, At = now, PersonId = by };
        (storeKey, size) = (covered.StoreKey, covered.Size);
        return before;
    }
}

/// <summary>Whose file it is: the sender's, of an answer that waits for a head, or of an answer that went out.</summary>
public enum AttachmentSide { Sender, AnswerWaiting, Answer }
