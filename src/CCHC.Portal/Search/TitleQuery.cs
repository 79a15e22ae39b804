using Lucene.Net.Index;
using Lucene.Net.Search;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>What is typed so far as a question for titles, everyday names and numbers to call, built of terms only.</summary>
internal static class TitleQuery
{
    private const float SoBegins = 30, MarksRight = 5;
    private const int FewestDigits = 3;

    /// <summary>Titles that hold every word, the last perhaps not yet whole; those that begin so come first, and what people call it or its number stands for it.</summary>
    public static Query For(Asked asked)
    {
        var any = new BooleanQuery(disableCoord: true) { { Titles(asked), Occur.SHOULD }, { Points(new PrefixQuery(new Term(WholeName, NameOf(asked.Text))), SoBegins), Occur.SHOULD } };
        var typed = Numbers.Plain(asked.Text);
        if (typed.Length >= FewestDigits && typed.All(char.IsAsciiDigit)) any.Add(Points(new PrefixQuery(new Term(Number, typed)), SoBegins), Occur.SHOULD);
        return any;
    }

    private static BooleanQuery Titles(Asked asked)
    {
        var query = new BooleanQuery(disableCoord: true);
        for (var i = 0; i < asked.Words.Count; i++)
        {
            var term = new Term(TitleWord, asked.Words[i].Folded);
            query.Add(i == asked.Words.Count - 1 ? new PrefixQuery(term) : new TermQuery(term), Occur.MUST);
            if (asked.Words[i].HasMarks) query.Add(Points(new PrefixQuery(new Term(Marked, asked.Words[i].Exact)), MarksRight), Occur.SHOULD);
        }

        return query;
    }

    private static ConstantScoreQuery Points(Query query, float points) => new(query) { Boost = points };
}
