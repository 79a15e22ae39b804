using System.Text.RegularExpressions;

namespace CCHC.Portal.Cli;

/// <summary>One thing an operator can ask for. Its usage line is also its grammar: --name VALUE, or [--flag] where it may be left out.</summary>
public sealed partial class Verb(string usage, string does, Func<Asked, CancellationToken, Task<int>> work)
{
    private const string Everywhere = " [--storage FOLDER] [--settings FOLDER]";

    private readonly string[] name = [.. usage.Split(' ').TakeWhile(word => !word.StartsWith('-') && !word.StartsWith('['))];

    public string Usage => usage;

    public string Does => does;

    public bool IsAskedBy(IReadOnlyList<string> words) => words.Count >= name.Length && words.Take(name.Length).SequenceEqual(name);

    public Task<int> Do(Asked asked, CancellationToken stop) => work(asked, stop);

    /// <summary>The options that were given; a flag has an empty value.</summary>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> words)
    {
        var options = Options().Matches(usage + Everywhere).ToDictionary(found => found.Groups["name"].Value);
        var given = new Dictionary<string, string>();
        for (var at = name.Length; at < words.Count; at++)
        {
            if (!words[at].StartsWith("--", StringComparison.Ordinal) || !options.TryGetValue(words[at][2..], out var option))
            {
                throw new CommandProblem($"“{words[at]}” is not understood. Usage: portal {usage}");
            }
            var takesValue = option.Groups["value"].Success;
            if (takesValue && at + 1 >= words.Count)
            {
                throw new CommandProblem($"--{option.Groups["name"].Value} needs a value. Usage: portal {usage}");
            }
            given[option.Groups["name"].Value] = takesValue ? words[++at] : "";
        }
        var missing = options.Values.Where(option => !option.Groups["maybe"].Success && !given.ContainsKey(option.Groups["name"].Value)).Select(option => "--" + option.Groups["name"].Value).ToList();
        return missing.Count == 0 ? given : throw new CommandProblem($"{string.Join(", ", missing)} is missing. Usage: portal {usage}");
    }

    [GeneratedRegex(@"(?<maybe>\[)?--(?<name>[a-z-]+)(?<value> [A-Z][A-Z:-]*)?")]
    private static partial Regex Options();
}
