using System.Globalization;
using System.Text;
using CCHC.Portal.Time;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Cases.History;

/// <summary>Where a case's history ended at some moment: how many events, and the fingerprint of the last.</summary>
public readonly record struct CaseHead(Guid SiteId, Guid CaseId, int Number, string Hash)
{
    public static CaseHead Of(CaseEvent last) => new(last.SiteId, last.FeedbackId, last.Number!.Value, last.Hash!);
}

/// <summary>Where the histories ended each time they were added to, kept with the keys and not in the database: whoever rewrites the one does not reach the other. One line each, a file a month.</summary>
public sealed class CaseHeads(string keyFolder, TimeProvider clock, ILogger<CaseHeads> log)
{
    public const string FolderName = "case-heads";

    private const string Gone = "-";
    private const int Tries = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(3);
    private readonly string folder = Path.Combine(keyFolder, FolderName);
    private readonly Lock door = new();

    /// <summary>Whether the ends are written down here since some time.</summary>
    public bool HasBegun => File.Exists(Begun);

    private string Begun => Path.Combine(folder, "begun");

    /// <summary>From here on every end is known; said when all that were there before are written down.</summary>
    public void Begin()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Begun, []);
    }

    public void Keep(IReadOnlyCollection<CaseHead> heads) =>
        Write(heads.Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.SiteId:n} {head.CaseId:n} {head.Number} {head.Hash}")));

    /// <summary>The case was taken out of the ordinary tables, and its history with it.</summary>
    public void Forget(Guid siteId, Guid caseId) => Write([$"{siteId:n} {caseId:n} 0 {Gone}"]);

    /// <summary>The last known end of every case of a body.</summary>
    public IReadOnlyDictionary<Guid, CaseHead> Of(Guid siteId)
    {
        var (known, gone, site) = (new Dictionary<Guid, CaseHead>(), new HashSet<Guid>(), siteId.ToString("n"));
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).ToArray() : [])
        {
            foreach (var line in Lines(file).Where(line => line.StartsWith(site, StringComparison.Ordinal)))
            {
                if (line.Split(' ') is not [_, var id, var count, var hash] || !Guid.TryParse(id, out var caseId) || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    continue;   // cut off by a crash: the one before still stands
                }
                if (hash == Gone)
                {
                    gone.Add(caseId);
                }
                else if (!known.TryGetValue(caseId, out var before) || before.Number < number)
                {
                    known[caseId] = new CaseHead(siteId, caseId, number, hash);   // nodes write side by side: the longest counts
                }
            }
        }
        foreach (var caseId in gone)
        {
            known.Remove(caseId);
        }
        return known;
    }

    // Read at once and let go: whoever reads keeps those out who write.
    private static string[] Lines(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return File.ReadAllLines(path, Encoding.ASCII);
            }
            catch (IOException) when (attempt < Tries)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // What is said here is already for good in the database: a failure is for the log, not for the visitor.
    private void Write(IEnumerable<string> lines)
    {
        // With a line's end before it, in case the last one was cut off by a crash.
        var bytes = Encoding.ASCII.GetBytes($"\n{string.Join('\n', lines)}\n");
        lock (door)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    Directory.CreateDirectory(folder);
                    using var file = new FileStream(Path.Combine(folder, $"{VietnamTime.Day(clock.GetUtcNow()):yyyy-MM}.txt"), FileMode.Append, FileAccess.Write, FileShare.None);   // sharing keeps no writer out here
                    file.Write(bytes);
                    return;
                }
                catch (IOException) when (attempt < Tries)
                {
                    Thread.Sleep(Pause);   // another node writes at this moment
                }
                catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
                {
                    log.LogError(failed, "Where histories of cases end could not be written down in {Folder}", folder);
                    return;
                }
            }
        }
    }
}
