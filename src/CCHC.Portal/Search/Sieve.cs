namespace CCHC.Portal.Search;

/// <summary>Tells at a glance, by its first letter and its length, that a word of a text is none of the words asked for; most are none.</summary>
internal sealed class Sieve
{
    private const int Longest = 31;

    private readonly uint[] lengths = new uint[128];

    /// <summary>Lets words like this one through, as it stands or with more letters after it.</summary>
    public void Add(string folded, bool mayGoOn)
    {
        var length = Math.Min(folded.Length, Longest);
        var lets = mayGoOn ? uint.MaxValue << length : 1u << length;
        if (folded[0] < lengths.Length) lengths[folded[0]] |= lets;
    }

    /// <summary>Also true of what cannot be told at a glance.</summary>
    public bool Passes(ReadOnlySpan<char> word)
    {
        var first = Words.FoldedOrNone(word[0]);
        if (first is '\0' or >= (char)128 || char.IsAsciiDigit(first) || (lengths[first] >> Math.Min(word.Length, Longest) & 1) == 1) return true;

        foreach (var letter in word)
            if (Words.FoldedOrNone(letter) == '\0') return true;   // a mark of its own: the word is shorter than it looks

        return false;
    }
}
