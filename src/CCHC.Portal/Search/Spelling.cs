using CCHC.Portal.Language;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>Mends words that stand nowhere in the index: Telex left as typed, or one letter wrong, missing, too many or changed places.</summary>
internal static class Spelling
{
    private const int Shortest = 3, ShortestEnglish = 5;

    /// <summary>The question with its unknown words mended; null when there is nothing to mend.</summary>
    public static string? Mended(Asked asked, Thesaurus thesaurus, KnownTerms terms, string culture)
    {
        var known = asked.Parts.Where(part => part.Others.Count > 0 || part.OnlyAsks).SelectMany(part => Enumerable.Range(part.First, part.Length)).ToHashSet();
        var words = asked.Words.Select((word, at) => known.Contains(at) || asked.Numbers.Contains(word.Folded) && word.Folded.Any(char.IsAsciiDigit) ? null : Mend(asked, at, thesaurus, terms, culture)).ToList();
        return words.Exists(word => word is not null) ? string.Join(' ', words.Zip(asked.Words, (mended, word) => mended ?? word.Exact)) : null;
    }

    private static string? Mend(Asked asked, int at, Thesaurus thesaurus, KnownTerms terms, string culture)
    {
        var word = asked.Words[at];
        if (word.Folded.Length < Shortest || word.Folded.Any(char.IsAsciiDigit) || Known(word.Folded, terms) > 0) return null;
        if (asked.IsBeginning(at) && Wanted.Beginnings(word.Folded, terms.Index).Any()) return null;

        // A syllable may well be a word that we do not have; beside others it is left alone.
        var isSyllable = Syllables.Has(word.Folded);
        var typed = string.Join(' ', TypedWords.Read(word.Exact).Select(read => read.Plain));
        if (typed != word.Folded && typed.Length > 0 && typed.Split(' ').All(part => Known(part, terms) > 0 || thesaurus.Knows(part))) return typed;
        if (isSyllable && asked.Words.Count > 2 || culture == "en" && word.Folded.Length < ShortestEnglish) return null;

        return Neighbours(word.Folded, terms.Index).OrderByDescending(near => near.Text[0] == word.Folded[0]).ThenByDescending(near => near.Count).Select(near => near.Text).FirstOrDefault();
    }

    private static int Known(string word, KnownTerms terms) => terms.CountOf(new Term(Solo, word));

    private static IEnumerable<(string Text, int Count)> Neighbours(string word, IndexReader index)
    {
        if (MultiFields.GetTerms(index, Solo) is not { } terms) yield break;

        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(Solo, word), 1, 0, transpositions: true);
        while (near.MoveNext()) yield return (near.Term.Utf8ToString(), near.DocFreq);
    }
}
