using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>A text taken apart: its syllables, the cues found in it, and what the model weighs.</summary>
internal sealed class Reading
{
    private const int MostWords = 4000;
    private const float Ngrams = 3.2f;

    private readonly float[] cues = new float[Lexicon.Own.Names.Count];

    public Reading(string text)
    {
        Text = text;
        Words = TypedWords.Read(text);
        IsEnglish = TypedWords.IsEnglish(text);
        Hits = Lexicon.Own.Phrases.In(Words);
        foreach (var hit in Hits)
        {
            cues[hit.Cue] += hit.Weight;
        }
    }

    public string Text { get; }
    public List<TypedWord> Words { get; }
    public List<Hit> Hits { get; }
    public bool IsEnglish { get; }

    public float Cue(string name) => cues[Lexicon.Own.Number(name)];

    public IEnumerable<Hit> Of(string name)
    {
        var number = Lexicon.Own.Number(name);
        return Hits.Where(hit => hit.Cue == number);
    }

    /// <summary>Every feature with its value and the words it came from; a feature that occurs again adds no weight.</summary>
    public List<Feature> Features()
    {
        var features = new List<Feature>((Words.Count * 2) + 32);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < Math.Min(Words.Count, MostWords); at++)
        {
            var word = Name(Words[at]);
            Add(word, at, at);
            if (at > 0)
            {
                Add(string.Concat(Name(Words[at - 1]), "_", word), at - 1, at);
            }
        }
        var value = Ngrams / MathF.Sqrt(Math.Max(12, features.Count));
        for (var at = 0; at < features.Count; at++)
        {
            features[at] = features[at] with { Value = value };
        }
        AddCues(features);
        AddShape(features);
        return features;

        void Add(string name, int first, int last)
        {
            if (seen.Add(name))
            {
                features.Add(new Feature(name, 0, first, last));
            }
        }
    }

    private void AddCues(List<Feature> features)
    {
        for (var cue = 0; cue < cues.Length; cue++)
        {
            if (cues[cue] > 0 && !Lexicon.Own.Names[cue].StartsWith("role.", StringComparison.Ordinal))
            {
                features.Add(new Feature("#" + Lexicon.Own.Names[cue], 0.6f + (0.4f * Math.Min(cues[cue], 4)), -1, -1));
            }
        }
    }

    private void AddShape(List<Feature> features)
    {
        var questions = Text.AsSpan().Count('?');
        Add("#?", questions > 0);
        Add("#?end", Text.AsSpan().TrimEnd().EndsWith("?"));
        Add("#link", Text.Contains("http", StringComparison.OrdinalIgnoreCase) || Text.Contains("www.", StringComparison.OrdinalIgnoreCase) || Text.Contains("t.me/", StringComparison.OrdinalIgnoreCase) || Text.Contains("bit.ly", StringComparison.OrdinalIgnoreCase));
        Add("#short", Words.Count is > 0 and < 4);
        Add("#long", Words.Count > 60);
        Add("#nonsense", Words.Count > 0 && !IsEnglish && ShareOfSense() < 0.5f);
        Add("#english", IsEnglish);
        Add("#bias", true);

        void Add(string name, bool holds)
        {
            if (holds)
            {
                features.Add(new Feature(name, 1, -1, -1));
            }
        }
    }

    /// <summary>How many of the words are words: Vietnamese syllables, English or numbers.</summary>
    public float ShareOfSense()
    {
        var sense = Words.Count(word => Syllables.Has(word.Plain) && word.Plain.Length > 1 || ChatWords.IsEnglish(word.Plain) || char.IsAsciiDigit(word.Plain[0]));
        return Words.Count == 0 ? 0 : (float)sense / Words.Count;
    }

    private static string Name(TypedWord word) => char.IsAsciiDigit(word.Plain[0]) ? "0" : word.Plain.Length > 24 ? "…" : word.Plain;
}

/// <summary>One thing the model weighs, and the words it was seen in (none for a cue or the shape of the text).</summary>
internal readonly record struct Feature(string Name, float Value, int First, int Last);
