using CCHC.Portal.Language;

namespace CCHC.Portal.Search;

/// <summary>A visitor's words, cut to what we are willing to look for.</summary>
internal sealed class Asked
{
    private const int LongestText = 200;
    private const int MostWords = 16;
    private const int ShortestBeginning = 2;

    public Asked(string? text, Thesaurus thesaurus)
    {
        Text = Cut(VietnameseText.CleanLine(Cut(text ?? "", LongestText * 4)), LongestText);
        Words = [.. Search.Words.In(Text).Take(MostWords)];
        Numbers = Search.Numbers.In(Text);
        Documents = Search.Numbers.DocumentsIn(Text);
        var parts = thesaurus.Parts(Words);
        // "Bao nhiêu" alone is all that was said.
        Parts = parts.TrueForAll(part => part.OnlyAsks) ? [.. parts.Select(part => part with { OnlyAsks = false })] : parts;
    }

    /// <summary>The words in the order they were asked, as phrases that mean something.</summary>
    public IReadOnlyList<AskedPart> Parts { get; }

    public string Text { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlySet<string> Numbers { get; }

    /// <summary>Documents named by a part of their number.</summary>
    public IReadOnlySet<string> Documents { get; }

    public bool IsNothing => Words.Count == 0;

    /// <summary>The last word may be one that is still being typed.</summary>
    public bool IsBeginning(int word) => word == Words.Count - 1 && Words[word].Folded.Length >= ShortestBeginning;

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
