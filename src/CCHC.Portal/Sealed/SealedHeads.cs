using System.Globalization;

namespace CCHC.Portal.Sealed;

/// <summary>How long each case's access log is and how it ends, kept with the keys and not in the database: whoever takes the last lines out of the one does not reach the other.</summary>
public sealed class SealedHeads(string keyFolder)
{
    private readonly string folder = Path.Combine(keyFolder, "sealed-heads");
    private readonly Lock door = new();

    /// <summary>The last line known here; null where none was written down yet.</summary>
    public (int Number, string Print)? Of(Guid caseId) =>
        File.Exists(PathOf(caseId)) && File.ReadAllText(PathOf(caseId)).Split(' ') is [var number, var print] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (count, print) : null;

    /// <summary>Writes a line down as the last, unless a later one is known.</summary>
    public void Keep(SealedAccess access)
    {
        lock (door)
        {
            if (Of(access.CaseId) is { } known && known.Number >= access.Number)
            {
                return;
            }
            Directory.CreateDirectory(folder);
            var fresh = $"{PathOf(access.CaseId)}.{Environment.ProcessId}";
            File.WriteAllText(fresh, string.Create(CultureInfo.InvariantCulture, $"{access.Number} {Convert.ToHexStringLower(access.Print)}"));
            File.Move(fresh, PathOf(access.CaseId), overwrite: true);   // whole or not at all
        }
    }

    /// <summary>Whether a log reaches as far as is known here, and ends as it did then.</summary>
    public bool Fits(Guid caseId, IReadOnlyCollection<SealedAccess> accesses) =>
        Of(caseId) is not { } known || accesses.Any(access => access.Number == known.Number && Convert.ToHexStringLower(access.Print) == known.Print);

    /// <summary>The case was purged, and its log with it.</summary>
    public void Forget(Guid caseId) => File.Delete(PathOf(caseId));

    private string PathOf(Guid caseId) => Path.Combine(folder, caseId.ToString("n"));
}
