using CCHC.Portal.Cases.Understanding;

namespace CCHC.Portal.Cases;

/// <summary>
/// Suspects that a message reports an official's unlawful act, so that it takes the sealed way. Better once too often:
/// a person looks at it there. Transparent: it says which of the writer's own words decided.
/// </summary>
public static class SuspectedDenunciation
{
    /// <summary>The words that decided, as they were typed; empty when nothing did.</summary>
    public static IReadOnlyList<string> Because(string message) => Suggestions.SealedBecause(message);
}
