using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>Files handed to us by a program: judged and cleaned by the same rules as those of the form.</summary>
public sealed class PeerPapers(DraftFiles drafts, CasesSettings settings)
{
    public async Task<(IReadOnlyList<SentFile> Files, IReadOnlyList<PeerFault> Faults)> Keep(IReadOnlyList<PeerFile>? sent, CancellationToken stop)
    {
        if (sent is null or [])
        {
            return ([], []);
        }
        if (sent.Count > settings.MostFiles)
        {
            return ([], [new PeerFault("tep", $"Nhiều nhất {settings.MostFiles} tệp.")]);
        }
        var (kept, faults) = (new List<SentFile>(), new List<PeerFault>());
        foreach (var file in sent)
        {
            using var content = new MemoryStream(file.Content!, writable: false);
            var judged = await drafts.Check(content, file.Name!, content.Length, stop);
            if (judged.Problem == IncomingProblem.None)
            {
                kept.Add(await drafts.Keep(judged, stop));
            }
            else
            {
                faults.Add(new PeerFault("tep", DraftFiles.Explain(judged.Problem).Replace("{0}", judged.SafeName, StringComparison.Ordinal)));
            }
        }
        return faults.Count > 0 ? ([], faults) : (kept, []);   // what was kept and is not wanted is swept
    }
}
