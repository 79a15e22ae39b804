namespace CCHC.Portal.Content.Word;

/// <summary>What an import changed or left out, counted by its words; {0} stands for how often.</summary>
internal sealed class WordTally
{
    private readonly Dictionary<string, int> counts = [];
    private readonly HashSet<string> met = [];

    public void Add(string words, int times = 1) => counts[words] = counts.GetValueOrDefault(words) + times;

    /// <summary>For what may be met more than once on the way.</summary>
    public void AddOnce(string what, string words)
    {
        if (met.Add(what))
        {
            Add(words);
        }
    }

    public IReadOnlyList<string> Notes => [.. counts.Where(pair => pair.Value > 0).Select(pair => pair.Key.Replace("{0}", pair.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))];
}
