using System.Globalization;
using CCHC.Portal.Language;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CCHC.Portal.Search;

/// <summary>An entry as the index keeps it: title and text each with their marks and folded, the rest for filters and answers.</summary>
internal static class EntryDocument
{
    public const string Id = "id", Culture = "culture", Type = "type", TypeCount = "typecount", Topic = "topic", Year = "year", Day = "day";
    public const string TitleExact = "te", TitleFolded = "tf", TextExact = "xe", TextFolded = "xf", WholeTitle = "ts", Number = "no";
    private const string Key = "key", Title = "title", Text = "text", Url = "url", Date = "date", Sample = "sample";

    public static Term IdOf(string source, string key) => new(Id, $"{source}\n{key}");

    public static int DayOf(DateTimeOffset instant) => (int)(instant.UtcTicks / TimeSpan.TicksPerDay);

    public static Document From(SearchEntry entry)
    {
        var title = VietnameseText.CleanLine(entry.Title);
        var text = string.Join(SearchEntry.PageMark, entry.Text.Split(SearchEntry.PageMark).Select(VietnameseText.CleanLine));
        var document = new Document
        {
            new StringField(Id, IdOf(entry.Source, entry.Key).Text, Field.Store.NO),
            new StringField(Culture, entry.Culture, Field.Store.YES),
            new StringField(Type, entry.Type, Field.Store.YES),
            new SortedDocValuesField(TypeCount, new BytesRef(entry.Type)),
            new Int32Field(Day, DayOf(entry.Date), Field.Store.NO),
            new StringField(WholeTitle, Shortened(string.Join(' ', Words.In(title).Select(w => w.Folded))), Field.Store.NO),
            new StoredField(Key, entry.Key),
            new StoredField(Title, title),
            new StoredField(Text, text),
            new StoredField(Url, entry.Url),
            new StoredField(Date, entry.Date.UtcTicks),
            new StoredField(Sample, entry.Sample ? 1 : 0),
        };
        if (entry.Year is { } year) document.Add(new StringField(Year, year.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
        foreach (var topic in entry.Topics) document.Add(new StringField(Topic, topic, Field.Store.NO));
        foreach (var number in entry.Exact) document.Add(new StringField(Number, Shortened(Numbers.Plain(number)), Field.Store.NO));

        AddWords(document, TitleExact, TitleFolded, title);
        foreach (var part in entry.Exact.Append(entry.Unit).Append(entry.KindWords).Prepend(text))
            if (!string.IsNullOrEmpty(part)) AddWords(document, TextExact, TextFolded, part == text ? text : VietnameseText.CleanLine(part));

        return document;
    }

    public static SearchHit Hit(Document document, double score, Highlighter highlighter)
    {
        var title = document.Get(Title);
        var (snippet, page) = highlighter.Snippet(document.Get(Text));
        return new SearchHit(
            document.Get(Key), title, highlighter.Whole(title), snippet, document.Get(Url),
            document.Get(Type), document.Get(Culture), new DateTimeOffset((long)document.GetField(Date).GetInt64Value()!, TimeSpan.Zero),
            score, document.GetField(Sample).GetInt32Value() == 1)
        {
            Page = page,
        };
    }

    public static string TitleOf(Document document) => document.Get(Title);

    private static void AddWords(Document document, string exact, string folded, string text)
    {
        document.Add(new TextField(exact, new WordStream(Words.In(text).Select(w => w.Exact))));
        document.Add(new TextField(folded, new WordStream(Words.In(text).Select(w => w.Folded))));
    }

    // A term of the index holds 32 kB at most.
    private static string Shortened(string term) => term.Length <= 1000 ? term : term[..1000];
}
