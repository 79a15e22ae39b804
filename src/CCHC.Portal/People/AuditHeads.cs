using System.Globalization;

namespace CCHC.Portal.People;

/// <summary>How long each site's record of deeds is and how it ends, kept with the keys and not in the database.</summary>
public sealed class AuditHeads(string keyFolder)
{
    public const string FolderName = "audit-heads";

    private readonly string folder = Path.Combine(keyFolder, FolderName);
    private readonly Lock door = new();

    /// <summary>The last entry known here; null where none was written down yet.</summary>
    public (long Number, string Hash)? Of(Guid siteId) =>
        File.Exists(PathOf(siteId)) && File.ReadAllText(PathOf(siteId)).Split(' ') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (count, hash) : null;

    /// <summary>Writes an entry down as the last, unless a later one is known.</summary>
    public void Keep(Guid siteId, long number, string hash)
    {
        lock (door)
        {
            if (Of(siteId) is { } known && known.Number >= number)
            {
                return;
            }
            Directory.CreateDirectory(folder);
            var fresh = $"{PathOf(siteId)}.{Environment.ProcessId}";
            File.WriteAllText(fresh, string.Create(CultureInfo.InvariantCulture, $"{number} {hash}"));
            File.Move(fresh, PathOf(siteId), overwrite: true);   // whole or not at all
        }
    }

    private string PathOf(Guid siteId) => Path.Combine(folder, siteId.ToString("n"));
}
