using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>The Lucene index of one site on this node's disk: all of it can be built again from the database.</summary>
public sealed class SearchIndex : IDisposable
{
    private const int MostOnPage = 50;
    private const int LastPage = 100;
    private const int MostSuggestions = 20;

    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly ReaderWriterLockSlim _reopening = new();
    private readonly Lock _writing = new();
    private IndexFiles _files;

    public SearchIndex(string folder) : this(folder, TimeProvider.System)
    {
    }

    public SearchIndex(string folder, TimeProvider clock)
    {
        _folder = folder;
        _clock = clock;
        _files = IndexFiles.Open(folder);
    }

    /// <summary>Never filled from the database since it was made.</summary>
    public bool IsFresh => Read(files => !files.IsBuilt);

    /// <summary>The last change that is in the index, committed together with it.</summary>
    public long Sequence => Read(files => files.Sequence);

    public void Apply(IEnumerable<(string Source, string Key, SearchEntry? Entry)> changes, long sequence)
    {
        lock (_writing)
        {
            Write(sequence, _files.IsBuilt, writer =>
            {
                foreach (var (source, key, entry) in changes)
                {
                    if (entry is null) writer.DeleteDocuments(IdOf(source, key));
                    else writer.UpdateDocument(IdOf(source, key), From(entry));
                }
            });
        }
    }

    public void Rebuild(IEnumerable<SearchEntry> all, long sequence)
    {
        lock (_writing)
        {
            Write(sequence, isBuilt: true, writer =>
            {
                writer.DeleteAll();
                foreach (var entry in all) writer.UpdateDocument(IdOf(entry.Source, entry.Key), From(entry));
            });
        }
    }

    public SearchAnswer Find(SearchQuery query)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = new Asked(query.Text, query.Thesaurus);
        if (asked.IsNothing) return new SearchAnswer(asked.Text, 0, 0, [], new Dictionary<string, int>());

        return Search(searcher =>
        {
            var (total, hits, types) = Find(searcher, query, asked, everyWord: true);
            var instead = types.Count == 0 ? Spelling.Mended(asked, searcher.IndexReader) : null;
            var meant = instead is null ? asked : new Asked(instead, query.Thesaurus);
            if (instead is not null) (total, hits, types) = Find(searcher, query, meant, everyWord: true);
            if (types.Count == 0 && asked.Words.Count > 1) (total, hits, types) = Find(searcher, query, meant, everyWord: false);
            return new SearchAnswer(asked.Text, total, Stopwatch.GetElapsedTime(started).TotalMilliseconds, hits, types) { Instead = types.Count > 0 ? instead : null };
        });
    }

    public IReadOnlyList<string> Suggest(string prefix, string culture, int most = 8)
    {
        var asked = new Asked(prefix, Thesaurus.Empty);
        var wanted = Math.Clamp(most, 0, MostSuggestions);
        if (asked.IsNothing || wanted == 0) return [];

        // Twice as many, because two things may have the same title.
        return Search(searcher => searcher.Search(AskedQuery.ForTitles(asked), Only((Culture, culture)), wanted * 2).ScoreDocs
            .Select(found => TitleOf(searcher.Doc(found.Doc)))
            .Distinct()
            .Take(wanted)
            .ToArray());
    }

    public void Dispose()
    {
        _reopening.EnterWriteLock();
        try
        {
            _files.Dispose();
        }
        finally
        {
            _reopening.ExitWriteLock();
        }
    }

    private (long Total, IReadOnlyList<SearchHit> Hits, IReadOnlyDictionary<string, int> Types) Find(
        IndexSearcher searcher, SearchQuery query, Asked asked, bool everyWord)
    {
        var size = Math.Clamp(query.Size, 1, MostOnPage);
        var skipped = (Math.Clamp(query.Page, 1, LastPage) - 1) * size;
        var lucene = AskedQuery.For(asked, everyWord, DayOf(_clock.GetUtcNow()));
        var year = query.Year?.ToString(CultureInfo.InvariantCulture);

        var types = new TypeCounter();
        var page = TopScoreDocCollector.Create(skipped + size, docsScoredInOrder: false);
        var ofAnyType = Only((Culture, query.Culture), (Topic, query.Topic), (Year, year));
        if (query.Type is null)
        {
            searcher.Search(lucene, ofAnyType, MultiCollector.Wrap(page, types));
        }
        else
        {
            searcher.Search(lucene, ofAnyType, types);
            searcher.Search(lucene, Only((Culture, query.Culture), (Topic, query.Topic), (Year, year), (EntryDocument.Type, query.Type)), page);
        }

        var highlighter = new Highlighter(asked);
        var hits = page.GetTopDocs(skipped, size).ScoreDocs
            .Select(found => Hit(searcher.Doc(found.Doc), found.Score, highlighter))
            .ToArray();
        return (page.TotalHits, hits, types.Counts);
    }

    private static QueryWrapperFilter Only(params (string Field, string? Value)[] conditions)
    {
        var all = new BooleanQuery();
        foreach (var (field, value) in conditions)
            if (value is not null) all.Add(new TermQuery(new Term(field, value)), Occur.MUST);

        return new QueryWrapperFilter(all);
    }

    private void Write(long sequence, bool isBuilt, Action<IndexWriter> change)
    {
        try
        {
            change(_files.Writer);
            _files.Commit(sequence, isBuilt);
        }
        catch
        {
            Reopen();   // half a change must not be carried out by the next commit
            throw;
        }
    }

    private void Reopen()
    {
        _reopening.EnterWriteLock();
        try
        {
            _files.Abandon();
            _files = IndexFiles.Open(_folder);
        }
        finally
        {
            _reopening.ExitWriteLock();
        }
    }

    private T Search<T>(Func<IndexSearcher, T> find) => Read(files =>
    {
        var searcher = files.Searchers.Acquire();
        try
        {
            return find(searcher);
        }
        finally
        {
            files.Searchers.Release(searcher);
        }
    });

    private T Read<T>(Func<IndexFiles, T> read)
    {
        _reopening.EnterReadLock();
        try
        {
            return read(_files);
        }
        finally
        {
            _reopening.ExitReadLock();
        }
    }
}
