using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>A picture, clip or paper of the site's library, with the words for those who cannot see it.</summary>
public sealed class MediaFile : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The name content refers to it by: hall.webp.</summary>
    public required string Name { get; init; }

    public string Alt { get; set; } = "";
    public string AltEn { get; set; } = "";
    public string Caption { get; set; } = "";
    public string Credit { get; set; } = "";
    public bool IsIllustration { get; set; }
    public string ContentType { get; set; } = "";
    public long Size { get; set; }
    public int? Width { get; set; }
    public int? Height { get; set; }
    public string Sha256 { get; set; } = "";

    /// <summary>The address, which changes with the contents, so that it may be cached for ever.</summary>
    public string Address(int? width = null) =>
        $"/tep/{Sha256[..12]}{(width is { } w && w < Width ? $"-{w}" : "")}/{Name}";

    public string StoreKey(int? width = null) => $"media/{SiteId:n}/{Sha256[..12]}{(width is { } w ? $"-{w}" : "")}-{Name}";
}
