using System.Text.Json;

namespace CCHC.Portal.Sites;

/// <summary>One public body's portal: its host names, languages, look and root unit. It owns everything below it.</summary>
public sealed class Site
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The short name in folders and themes: cat-hai.</summary>
    public required string Key { get; init; }

    public string ProfileJson { get; private set; } = "{}";

    public SiteProfile Profile
    {
        get => JsonSerializer.Deserialize<SiteProfile>(ProfileJson, JsonSerializerOptions.Web)!;
        set => ProfileJson = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
    }
}
