using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>A picture or paper sent with a message; cleaned, and seen only by who may read the case.</summary>
public sealed class Attachment : ISiteOwned
{
    private string name = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid FeedbackId { get; init; }
    public required string Name { get => name; init => name = value; }
    public required string StoreKey { get; init; }
    public required string ContentType { get; init; }
    public long Size { get; init; }

    /// <summary>Whether it was looked through for malicious code; waiting counts only where there is a scanner.</summary>
    public ScanState Scan { get; private set; }

    public void Rename(string name) => this.name = name;
}
