namespace CCHC.Portal.Storage;

/// <summary>Looks through files for malicious code before anybody is handed them.</summary>
public interface IScanFiles
{
    /// <summary>Whether anything looks at all; without it files are handed out when they are judged and cleaned.</summary>
    bool IsOn { get; }

    /// <summary>Waiting when nobody could say.</summary>
    Task<ScanState> Scan(Stream content, CancellationToken stop);
}

/// <summary>What is known of a file: nobody looked yet, nothing was found, or something was.</summary>
public enum ScanState { Waiting, Clean, Refused }

/// <summary>No scanner is set.</summary>
public sealed class NoScanner : IScanFiles
{
    public bool IsOn => false;

    public Task<ScanState> Scan(Stream content, CancellationToken stop) => Task.FromResult(ScanState.Waiting);
}
