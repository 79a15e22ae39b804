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
    private const float OtherNameWeight = 3, AllTier = 6, PairTier = 2;
    private const int LongQuestion = 4;
    private const double EnoughOfTheWords = 0.5, MostOfTheWords = 0.7;

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
            query.Add(Tier(Phrase(FoldedOf(asked), TitleFolded), TitlePhraseTier), Occur.SHOULD);
            query.Add(Tier(Phrase(FoldedOf(asked), TextFolded), TextPhraseTier), Occur.SHOULD);
            AddAllOfThem(query, asked);
            AddPairs(query, asked);
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

    // Few words must all be there; of a long question some may be missing. Words that only ask never decide.
    private static BooleanQuery WordsOf(Asked asked, bool everyWord)
    {
        var parts = asked.Parts.Where(part => !part.OnlyAsks).ToList();
        var words = Either();
        foreach (var part in parts) words.Add(OnePart(asked, part), Occur.SHOULD);
        words.MinimumNumberShouldMatch = !everyWord ? Math.Max(1, (int)Math.Round(parts.Count * EnoughOfTheWords))
            : parts.Count < LongQuestion ? parts.Count
            : (int)Math.Ceiling(parts.Count * MostOfTheWords);
        return words;
    }

    private static Query OnePart(Asked asked, AskedPart part)
    {
        var said = Either();
        for (var i = part.First; i < part.First + part.Length; i++) said.Add(OneWord(asked.Words[i], asked.IsBeginning(i)), Occur.MUST);
        return part.Others.Count == 0 ? said : OrByAnotherName(said, part);
    }

    private static BooleanQuery OrByAnotherName(Query said, AskedPart part)
    {
        var either = Either();
        either.Add(said, Occur.SHOULD);
        foreach (var other in part.Others)
        {
            either.Add(Tier(Phrase(other, TitleFolded), OtherNameWeight * TitleWeight), Occur.SHOULD);
            either.Add(Tier(Phrase(other, TextFolded), OtherNameWeight), Occur.SHOULD);
        }

        return either;
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
        if (!asked.Parts.Any(part => !part.OnlyAsks && asked.Words.Skip(part.First).Take(part.Length).Any(w => w.HasMarks))) return;

        query.Add(Tier(MarksAsTyped(asked, lastMayBeUnfinished: false), MarksTier), Occur.SHOULD);
        query.Add(Tier(MarksAsTyped(asked, lastMayBeUnfinished: true), MarksTier), Occur.SHOULD);
    }

    private static BooleanQuery MarksAsTyped(Asked asked, bool lastMayBeUnfinished)
    {
        var all = Either();
        foreach (var part in asked.Parts.Where(part => !part.OnlyAsks))
        {
            var words = Either();
            for (var i = part.First; i < part.First + part.Length; i++)
                if (asked.Words[i].HasMarks) words.Add(ExactWord(asked, i, lastMayBeUnfinished), Occur.MUST);
            if (words.Clauses.Count > 0) all.Add(part.Others.Count == 0 ? words : OrByAnotherName(words, part), Occur.MUST);
        }

        return all;
    }

    private static BooleanQuery ExactWord(Asked asked, int word, bool mayBeUnfinished)
    {
        var either = Either();
        foreach (var field in new[] { TitleExact, TextExact })
        {
            var term = new Term(field, asked.Words[word].Exact);
            either.Add(mayBeUnfinished && asked.IsBeginning(word) ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
        }

        return either;
    }

    // Nothing of a long question is missing.
    private static void AddAllOfThem(BooleanQuery query, Asked asked)
    {
        var all = Either();
        foreach (var part in asked.Parts.Where(part => !part.OnlyAsks)) all.Add(OnePart(asked, part), Occur.MUST);
        query.Add(Tier(all, AllTier), Occur.SHOULD);
    }

    // Most words of Vietnamese are two syllables: two neighbours that stay neighbours are one word, not two.
    private static void AddPairs(BooleanQuery query, Asked asked)
    {
        for (var i = 0; i + 1 < asked.Words.Count; i++)
        {
            string[] pair = [asked.Words[i].Folded, asked.Words[i + 1].Folded];
            query.Add(Tier(Phrase(pair, TitleFolded), PairTier * TitleWeight), Occur.SHOULD);
            query.Add(Tier(Phrase(pair, TextFolded), PairTier), Occur.SHOULD);
        }
    }

    private static PhraseQuery Phrase(IEnumerable<string> words, string field)
    {
        var phrase = new PhraseQuery();
        foreach (var word in words) phrase.Add(new Term(field, word));
        return phrase;
    }

    private static IEnumerable<string> FoldedOf(Asked asked) => asked.Words.Select(w => w.Folded);

    private static string Folded(Asked asked) => string.Join(' ', FoldedOf(asked));

    private static ConstantScoreQuery Tier(Query query, float points) => new(query) { Boost = points };

    private static BooleanQuery Either() => new(disableCoord: true);
}
