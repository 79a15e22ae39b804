using Lucene.Net.Index;
using Lucene.Net.Search;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>A visitor's words as a Lucene query, built of terms only: what was typed is never parsed.</summary>
internal static class AskedQuery
{
    // BM25 gives a word some 2 to 10 points. These tiers stand above it: number, all marks right, words side by side in the title.
    private const float NumberTier = 1000, MarksTier = 150, WholeTitleTier = 40, TitlePhraseTier = 30, TextPhraseTier = 6;
    private const float TitleWeight = 3, BeginningWeight = 0.5f, FreshWeight = 0.4f;
    private const double EnoughOfTheWords = 0.6;

    public static Query For(Asked asked, bool everyWord, int today)
    {
        var found = Either();
        found.Add(WordsOf(asked, everyWord), Occur.SHOULD);
        foreach (var number in asked.Numbers) found.Add(Tier(new TermQuery(new Term(Number, number)), NumberTier), Occur.SHOULD);

        var query = Either();
        query.Add(found, Occur.MUST);
        AddMarksAsTyped(query, asked);
        query.Add(Tier(new TermQuery(new Term(WholeTitle, Folded(asked))), WholeTitleTier), Occur.SHOULD);
        if (asked.Words.Count > 1)
        {
            query.Add(Tier(Phrase(asked, TitleFolded), TitlePhraseTier), Occur.SHOULD);
            query.Add(Tier(Phrase(asked, TextFolded), TextPhraseTier), Occur.SHOULD);
        }

        foreach (var days in new[] { 30, 365 })
            query.Add(Tier(NumericRangeQuery.NewInt32Range(Day, today - days, null, true, true), FreshWeight), Occur.SHOULD);
        return query;
    }

    /// <summary>Titles that hold every word, the last perhaps not yet whole; those that begin so come first.</summary>
    public static Query ForTitles(Asked asked)
    {
        var query = Either();
        for (var i = 0; i < asked.Words.Count; i++)
        {
            var term = new Term(TitleFolded, asked.Words[i].Folded);
            query.Add(i == asked.Words.Count - 1 ? new PrefixQuery(term) : new TermQuery(term), Occur.MUST);
        }

        query.Add(Tier(new PrefixQuery(new Term(WholeTitle, Folded(asked))), TitlePhraseTier), Occur.SHOULD);
        AddMarksAsTyped(query, asked);
        return query;
    }

    private static BooleanQuery WordsOf(Asked asked, bool everyWord)
    {
        var words = Either();
        for (var i = 0; i < asked.Words.Count; i++)
            words.Add(OneWord(asked.Words[i], asked.IsBeginning(i)), everyWord ? Occur.MUST : Occur.SHOULD);

        if (!everyWord) words.MinimumNumberShouldMatch = Math.Max(1, (int)Math.Round(asked.Words.Count * EnoughOfTheWords));
        return words;
    }

    private static BooleanQuery OneWord(Word word, bool isBeginning)
    {
        var anywhere = Either();
        anywhere.Add(new TermQuery(new Term(TitleFolded, word.Folded)) { Boost = TitleWeight }, Occur.SHOULD);
        anywhere.Add(new TermQuery(new Term(TextFolded, word.Folded)), Occur.SHOULD);
        if (isBeginning)
        {
            anywhere.Add(Tier(new PrefixQuery(new Term(TitleFolded, word.Folded)), BeginningWeight * TitleWeight), Occur.SHOULD);
            anywhere.Add(Tier(new PrefixQuery(new Term(TextFolded, word.Folded)), BeginningWeight), Occur.SHOULD);
        }

        return anywhere;
    }

    // Who types the marks means that word; the same letters with other marks are another word and come after.
    private static void AddMarksAsTyped(BooleanQuery query, Asked asked)
    {
        if (!asked.Words.Any(w => w.HasMarks)) return;

        query.Add(Tier(MarksAsTyped(asked, lastMayBeUnfinished: false), MarksTier), Occur.SHOULD);
        query.Add(Tier(MarksAsTyped(asked, lastMayBeUnfinished: true), MarksTier), Occur.SHOULD);
    }

    private static BooleanQuery MarksAsTyped(Asked asked, bool lastMayBeUnfinished)
    {
        var all = Either();
        for (var i = 0; i < asked.Words.Count; i++)
        {
            if (!asked.Words[i].HasMarks) continue;

            var either = Either();
            foreach (var field in new[] { TitleExact, TextExact })
            {
                var term = new Term(field, asked.Words[i].Exact);
                either.Add(lastMayBeUnfinished && asked.IsBeginning(i) ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
            }

            all.Add(either, Occur.MUST);
        }

        return all;
    }

    private static PhraseQuery Phrase(Asked asked, string field)
    {
        var phrase = new PhraseQuery();
        foreach (var word in asked.Words) phrase.Add(new Term(field, word.Folded));
        return phrase;
    }

    private static string Folded(Asked asked) => string.Join(' ', asked.Words.Select(w => w.Folded));

    private static ConstantScoreQuery Tier(Query query, float points) => new(query) { Boost = points };

    private static BooleanQuery Either() => new(disableCoord: true);
}
