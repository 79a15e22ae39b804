using System.Text.Json;

namespace CCHC.Portal.Web.Startup;

/// <summary>The front end's files under the names the build gave them.</summary>
public sealed class Assets
{
    private readonly IWebHostEnvironment environment;
    private readonly Dictionary<string, string> names;

    public Assets(IWebHostEnvironment environment)
    {
        this.environment = environment;
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

    /// <summary>What is in a file, for what the server makes of it.</summary>
    public byte[] Read(string name)
    {
        using var stream = environment.WebRootFileProvider.GetFileInfo(this[name]).CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
