using CCHC.Portal.Language;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>Mends words that stand nowhere in the index: Telex left as typed, or one letter wrong, missing, too many or changed places.</summary>
internal static class Spelling
{
    private const int Shortest = 3;
    private static readonly string[] Fields = [TitleFolded, TextFolded];

    /// <summary>The question with its unknown words mended; null when there is nothing to mend.</summary>
    public static string? Mended(Asked asked, IndexReader index)
    {
        var words = asked.Words.Select(word => Mend(word, index)).ToList();
        return words.Exists(word => word is not null) ? string.Join(' ', words.Zip(asked.Words, (mended, word) => mended ?? word.Exact)) : null;
    }

    private static string? Mend(Word word, IndexReader index)
    {
        if (word.Folded.Length < Shortest || word.Folded.Any(char.IsAsciiDigit) || Known(word.Folded, index) > 0) return null;

        var typed = string.Join(' ', TypedWords.Read(word.Exact).Select(read => read.Plain));
        if (typed != word.Folded && typed.Length > 0 && typed.Split(' ').All(part => Known(part, index) > 0)) return typed;

        return Fields.SelectMany(field => Neighbours(word.Folded, field, index)).GroupBy(near => near.Text)
            .OrderByDescending(near => near.Key[0] == word.Folded[0]).ThenByDescending(near => near.Sum(one => one.Count)).Select(near => near.Key).FirstOrDefault();
    }

    private static int Known(string word, IndexReader index) => Fields.Sum(field => index.DocFreq(new Term(field, word)));

    private static IEnumerable<(string Text, int Count)> Neighbours(string word, string field, IndexReader index)
    {
        if (MultiFields.GetTerms(index, field) is not { } terms) yield break;

        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(field, word), 1, 0, transpositions: true);
        while (near.MoveNext()) yield return (near.Term.Utf8ToString(), near.DocFreq);
    }
}
