namespace CCHC.Portal.Operations;

/// <summary>What loading the seeds did, and which files could not be loaded and why.</summary>
public sealed class SeedReport
{
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public List<SeedProblem> Problems { get; } = [];

    public bool DidAnything => Added + Changed > 0;

    public override string ToString() => $"{Added} added, {Changed} changed, {Unchanged} unchanged, {Problems.Count} with errors";
}

/// <summary>A seed file with an error: which, on which line, and what is wrong.</summary>
public sealed record SeedProblem(string File, long Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}
