using System.Runtime.CompilerServices;

namespace CCHC.Portal.Tests.House;

/// <summary>The sources the house tests read.</summary>
public static class Repository
{
    private static readonly string[] Built = ["bin", "obj", "node_modules", "dist", "build", "wwwroot"];

    public static readonly string Root = Find();

    public static string Under(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Every source file below a folder, by its path from the root, with forward slashes.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Under(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.Split('/').Intersect(Built).Any())
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Under(path))));

    private static string Find([CallerFilePath] string here = "")
    {
        var starts = new[] { AppContext.BaseDirectory, Path.GetDirectoryName(here)! };
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "CCHC.Portal.sln")))
                {
                    return folder.FullName;
                }
            }
        }
        throw new InvalidOperationException("The tests run outside the repository: CCHC.Portal.sln is in no folder above them.");
    }
}

/// <summary>A source file: where it is and what it says.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.Count(letter => letter == '\n') + (Text.EndsWith('\n') || Text.Length == 0 ? 0 : 1);

    public override string ToString() => Path;
}
