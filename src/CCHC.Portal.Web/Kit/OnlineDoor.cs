using CCHC.Portal.Content.Types;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Web.Kit;

/// <summary>Where a procedure is handed in online, and whether the address opens this very procedure or only the front page of a portal.</summary>
public sealed record OnlineDoor(string Address, bool IsNational, bool IsFrontPage)
{
    /// <summary>The name of the portal in the address.</summary>
    public string Host => new Uri(Address).Host;

    public static OnlineDoor? Of(Procedure procedure, SiteProfile profile) => procedure switch
    {
        { IsGone: true } or { Online: OnlineServiceLevel.None } => null,
        { HasSampleCode: false } when profile.OnlinePattern != "" && IsBare(procedure.OnlineUrl) => new(profile.OnlinePattern.Replace("{code}", Uri.EscapeDataString(procedure.Code), StringComparison.Ordinal), true, false),
        { OnlineUrl: { Length: > 0 } address } when Uri.TryCreate(address, UriKind.Absolute, out _) => new(address, false, IsBare(address)),
        _ => null,
    };

    private static bool IsBare(string? address) => !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri is { AbsolutePath: "/" or "", Query: "", Fragment: "" };
}
