using System.Globalization;
using CCHC.Portal.Language;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CCHC.Portal.Search;

/// <summary>An entry as the index keeps it: its words with where they stand, the rest for filters and answers.</summary>
internal static class EntryDocument
{
    public const string Id = "id", Culture = "culture", Day = "day", Measure = "measure";
    public const string Solo = "w", Pair = "p", Marked = "m", TitleWord = "t", WholeName = "n", Number = "no";
    private const string Key = "key", Title = "title", Text = "text", Url = "url", Date = "date", Sample = "sample", TypeOf = "of";
    private const int LongestTerm = 1000;   // a term of the index holds 32 kB at most

    private static readonly FieldType Counted = new()
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    };

    private static readonly FieldType Met = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    public static Term IdOf(string source, string key) => new(Id, $"{source}\n{key}");

    public static int DayOf(DateTimeOffset instant) => (int)(instant.UtcTicks / TimeSpan.TicksPerDay);

    /// <summary>To be written by the same thread before it makes another.</summary>
    public static Document From(SearchEntry entry)
    {
        var title = VietnameseText.CleanLine(entry.Title);
        var text = string.Join(SearchEntry.PageMark, entry.Text.Split(SearchEntry.PageMark).Select(VietnameseText.CleanLine));
        var document = new Document
        {
            new StringField(Id, IdOf(entry.Source, entry.Key).Text, Lucene.Net.Documents.Field.Store.NO),
            new SortedSetDocValuesField(Culture, new BytesRef(entry.Culture)),
            new StringField(Culture, entry.Culture, Lucene.Net.Documents.Field.Store.YES),
            new NumericDocValuesField(Day, DayOf(entry.Date)),
            new StoredField(TypeOf, entry.Type),
            new StoredField(Key, entry.Key),
            new StoredField(Title, title),
            new StoredField(Text, text),
            new StoredField(Url, entry.Url),
            new StoredField(Date, entry.Date.UtcTicks),
            new StoredField(Sample, entry.Sample ? 1 : 0),
        };
        AddFacets(document, entry);
        AddWords(document, entry, title, text);
        foreach (var number in entry.Exact.SelectMany(Numbers.Of).Distinct()) document.Add(new StringField(Number, Shortened(number), Lucene.Net.Documents.Field.Store.NO));
        return document;
    }

    public static SearchHit Hit(Document document, double score, Highlighter highlighter)
    {
        var title = document.Get(Title);
        var (snippet, page) = highlighter.Snippet(document.Get(Text));
        return new SearchHit(
            document.Get(Key), title, highlighter.Whole(title), snippet, document.Get(Url),
            document.Get(TypeOf), document.Get(Culture), new DateTimeOffset((long)document.GetField(Date).GetInt64Value()!, TimeSpan.Zero),
            score, document.GetField(Sample).GetInt32Value() == 1)
        {
            Page = page,
        };
    }

    public static string TitleOf(Document document) => document.Get(Title);

    public static string NameOf(string text) => Shortened(string.Join(' ', Words.In(text).Select(w => w.Folded)));

    private static void AddFacets(Document document, SearchEntry entry)
    {
        Add(Facet.Type, entry.Type);
        Add(Facet.Unit, entry.Unit);
        Add(Facet.Field, entry.Field);
        Add(Facet.Year, entry.Year?.ToString(CultureInfo.InvariantCulture));
        foreach (var topic in entry.Topics) Add(Facet.Topic, topic);

        void Add(string facet, string? value)
        {
            if (!string.IsNullOrEmpty(value)) document.Add(new SortedSetDocValuesField(facet, new BytesRef(value)));
        }
    }

    private static void AddWords(Document document, SearchEntry entry, string title, string text)
    {
        var said = new SaidWords();
        var titleWords = Words.In(title).Select(word => word.Folded).Distinct().ToList();
        said.Add(title, SaidWords.InName);
        document.Add(new StringField(WholeName, NameOf(title), Lucene.Net.Documents.Field.Store.NO));
        foreach (var name in entry.Names.Select(VietnameseText.CleanLine))
        {
            said.Add(name, SaidWords.InName);
            document.Add(new StringField(WholeName, NameOf(name), Lucene.Net.Documents.Field.Store.NO));
        }
        said.Add(VietnameseText.CleanLine(entry.Lead), SaidWords.InLead);
        said.Add(entry.KindWords, SaidWords.InLead);
        foreach (var part in entry.Exact.Append(entry.Unit).Prepend(text))
            if (!string.IsNullOrEmpty(part)) said.Add(ReferenceEquals(part, text) ? part : VietnameseText.CleanLine(part));

        document.Add(new Lucene.Net.Documents.Field(Solo, WordStream.For(0, said.Words), Counted));
        document.Add(new Lucene.Net.Documents.Field(Pair, WordStream.For(1, said.Pairs), Counted));
        document.Add(new Lucene.Net.Documents.Field(Marked, WordStream.For(2, said.Marked), Met));
        document.Add(new Lucene.Net.Documents.Field(TitleWord, WordStream.For(3, titleWords.Select(word => KeyValuePair.Create(word, 1))), Met));
        document.Add(new NumericDocValuesField(Measure, Search.Measure.Packed(titleWords.Count, said.Length, entry.Weight)));
    }

    private static string Shortened(string term) => term.Length <= LongestTerm ? term : term[..LongestTerm];
}
