using System.Text.RegularExpressions;
using CCHC.Portal.Tests.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>Every address of the portal that answers GET, with these keys and this code put where one belongs.</summary>
    public static IEnumerable<string> Addresses(PortalHost portal, IReadOnlyCollection<Guid> keys, string code)
    {
        var patterns = portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .Where(door => !door.Metadata.Any(metadata => metadata.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)) && !door.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
            .Select(door => "/" + door.RoutePattern.RawText!.TrimStart('/')).Distinct();
        foreach (var pattern in patterns)
        {
            foreach (var key in pattern.Contains(":guid", StringComparison.Ordinal) ? keys : [Guid.Empty])
            {
                yield return Parameter().Replace(pattern, found => found.Value.Contains(":guid", StringComparison.Ordinal) ? key.ToString() : found.Value.Contains(":int", StringComparison.Ordinal) ? "1" : found.Value.EndsWith("?}", StringComparison.Ordinal) ? "" : code);
            }
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
