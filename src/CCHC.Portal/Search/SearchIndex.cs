using System.Diagnostics;
using Lucene.Net.Documents;
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

    // How much of a question a thing must say to be shown; less when few things say so much, least when none does.
    private const double Most = 0.66, Enough = 0.42, Little = 0.2;
    private const int Few = 30;

    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly ReaderWriterLockSlim _reopening = new();
    private readonly Lock _writing = new();
    private IndexFiles _files;
    private volatile bool _unreadable;

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
    public bool IsFresh => With(files => !files.IsBuilt);

    /// <summary>Its files are as they were written, and could be read whenever they were asked.</summary>
    public bool IsWhole => !_unreadable && With(files => files.IsWhole);

    /// <summary>Waiting to be filled, at first or after damage: nothing that it does not find means anything.</summary>
    public bool IsBeingBuilt => IsFresh || !IsWhole;

    /// <summary>Gives damaged files up; the index is fresh then.</summary>
    public void GiveUpDamaged()
    {
        lock (_writing)
        {
            if (!IsWhole) Reopen();
        }
    }

    /// <summary>The last change that is in the index, committed together with it.</summary>
    public long Sequence => With(files => files.Sequence);

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
                // The last of those that share a key; written by as many threads as there are processors.
                Parallel.ForEach(all.GroupBy(entry => (entry.Source, entry.Key)).Select(same => same.Last()), entry => writer.AddDocument(From(entry)));
            });
        }
    }

    public SearchAnswer Find(SearchQuery query)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = new Asked(query.Text, query.Thesaurus);
        if (asked.IsNothing) return SearchAnswer.Nothing(asked.Text);

        if (Search<Read?>(null, searcher =>
        {
            var terms = new KnownTerms(searcher.IndexReader);
            var instead = Spelling.Mended(asked, query.Thesaurus, terms, query.Culture);
            var meant = instead is null ? asked : new Asked(instead, query.Thesaurus);
            var wanted = new Wanted(meant, terms, query.Culture);
            var finder = Walked(wanted, Most);
            if (finder.OfAllTypes < Few) finder = Walked(wanted, Enough);
            if (finder.OfAllTypes == 0) finder = Walked(wanted, Little);
            return new Read(meant, finder, [.. finder.Best.Skip(SkippedBy(query)).Select(one => (searcher.Doc(one.Doc), one.Score))]);
        }) is not { } read) return SearchAnswer.Nothing(asked.Text);

        // Outside: what goes wrong from here on is no fault of the files.
        var highlighter = new Highlighter(read.Meant);
        var hits = read.Documents.Select(one => Hit(one.Document, one.Score, highlighter)).ToArray();
        return new SearchAnswer(asked.Text, read.Finder.Total, Stopwatch.GetElapsedTime(started).TotalMilliseconds, hits, read.Finder.Counts) { Instead = read.Finder.Total > 0 && read.Meant != asked ? read.Meant.Text : null };

        Finder Walked(Wanted wanted, double enough) => new(wanted, query, DayOf(_clock.GetUtcNow()), enough, SkippedBy(query) + SizeOf(query));
    }

    private sealed record Read(Asked Meant, Finder Finder, IReadOnlyList<(Document Document, double Score)> Documents);

    public IReadOnlyList<string> Suggest(string prefix, string culture, int most = 8)
    {
        var asked = new Asked(prefix, Thesaurus.Empty);
        var wanted = Math.Clamp(most, 0, MostSuggestions);
        if (asked.IsNothing || wanted == 0) return [];

        // Twice as many, because two things may have the same title.
        return Search<IReadOnlyList<string>>([], searcher => searcher.Search(TitleQuery.For(asked), new QueryWrapperFilter(new TermQuery(new Term(Culture, culture))), wanted * 2).ScoreDocs
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

    private static int SizeOf(SearchQuery query) => Math.Clamp(query.Size, 1, MostOnPage);

    private static int SkippedBy(SearchQuery query) => (Math.Clamp(query.Page, 1, LastPage) - 1) * SizeOf(query);

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
            _unreadable = false;
        }
        finally
        {
            _reopening.ExitWriteLock();
        }
    }

    private T Search<T>(T nothing, Func<IndexSearcher, T> find) => With(files =>
    {
        var searcher = files.Searchers.Acquire();
        try
        {
            return find(searcher);
        }
        catch (Exception unreadable) when (unreadable is IOException or IndexOutOfRangeException or ArgumentException or InvalidOperationException)
        {
            _unreadable = true;   // what was found damaged is built anew within a second
            return nothing;
        }
        finally
        {
            files.Searchers.Release(searcher);
        }
    });

    private T With<T>(Func<IndexFiles, T> read)
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
