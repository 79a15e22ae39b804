using System.Text.Json;

namespace CCHC.Portal.Web.Startup;

/// <summary>The front end's files under the names the build gave them.</summary>
public sealed class Assets
{
    private readonly Dictionary<string, string> names;

    public Assets(IWebHostEnvironment environment)
    {
        var list = environment.WebRootFileProvider.GetFileInfo("dist/assets.json");
        if (!list.Exists)
        {
            throw new InvalidOperationException("The front end is not built: wwwroot/dist/assets.json is missing. Build without SkipClient.");
        }
        using var stream = list.CreateReadStream();
        names = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    public string this[string name] => names.TryGetValue(name, out var real)
        ? "/dist/" + real
        : throw new InvalidOperationException($"The front end has no file {name}.");
}
