using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CCHC.Portal.Search;

/// <summary>Lucene's files in one folder, opened for writing and for searching what was written.</summary>
internal sealed class IndexFiles : IDisposable
{
    // Raise it whenever fields or the cutting of words change: every node then builds its index anew.
    private const string Version = "3";
    private const double WrittenAtOnceMb = 48;

    private readonly FSDirectory _directory;
    private volatile Dictionary<string, long> _committed = [];
    private volatile bool _isCommitting;

    private IndexFiles(FSDirectory directory)
    {
        _directory = directory;
        Writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WholeValue()) { RAMBufferSizeMB = WrittenAtOnceMb, UseCompoundFile = false });
        try
        {
            Searchers = new SearcherManager(Writer, applyAllDeletes: true, new ReadAhead());
        }
        catch
        {
            Writer.Rollback();
            throw;
        }

        NoteFiles();
    }

    public IndexWriter Writer { get; }

    public SearcherManager Searchers { get; }

    public bool IsBuilt => Noted("built") == "yes";

    /// <summary>The files of the last commit are all there, as long as they were written; those of a commit under way are not asked for.</summary>
    public bool IsWhole
    {
        get
        {
            var committed = _committed;
            var isWhole = committed.All(one => new FileInfo(Path.Combine(_directory.Directory.FullName, one.Key)) is { Exists: true } file && file.Length == one.Value);
            return isWhole || _isCommitting || committed != _committed;
        }
    }

    public long Sequence => long.TryParse(Noted("sequence"), out var sequence) ? sequence : 0;

    /// <summary>Opens what is there; what cannot be read, or was written by another version, is deleted first.</summary>
    public static IndexFiles Open(string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        if (!IsReadable(folder)) DeleteAll(folder);

        var directory = new PositionedFiles(folder);
        try
        {
            return new IndexFiles(directory);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    public void Commit(long sequence, bool isBuilt)
    {
        Writer.SetCommitData(new Dictionary<string, string>
        {
            ["version"] = Version,
            ["sequence"] = sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["built"] = isBuilt ? "yes" : "no",
        });
        _isCommitting = true;
        try
        {
            Writer.Commit();
            NoteFiles();
        }
        finally
        {
            _isCommitting = false;
        }

        Searchers.MaybeRefreshBlocking();
    }

    /// <summary>Forgets what was not committed, and closes; files that somebody took away do not hinder it.</summary>
    public void Abandon()
    {
        Quietly(Searchers.Dispose);
        Quietly(Writer.Rollback);
        Quietly(() => { if (IndexWriter.IsLocked(_directory)) IndexWriter.Unlock(_directory); });
        Quietly(_directory.Dispose);
    }

    public void Dispose()
    {
        Searchers.Dispose();
        Writer.Dispose();
        _directory.Dispose();
    }

    private void NoteFiles()
    {
        if (!DirectoryReader.IndexExists(_directory)) return;

        var infos = new SegmentInfos();
        infos.Read(_directory);
        _committed = infos.GetFiles(_directory, includeSegmentsFile: true).ToDictionary(name => name, _directory.FileLength);
    }

    private static void Quietly(Action close)
    {
        try
        {
            close();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // It is given up because it is broken; the database fills a new one.
        }
    }

    private string? Noted(string name) => Writer.CommitData.TryGetValue(name, out var value) ? value : null;

    private static bool IsReadable(string folder)
    {
        if (!System.IO.Directory.EnumerateFileSystemEntries(folder).Any()) return true;

        try
        {
            using var directory = new PositionedFiles(folder);
            using var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves) leaf.AtomicReader.CheckIntegrity();
            return reader.IndexCommit.UserData.TryGetValue("version", out var version) && version == Version;
        }
        catch (Exception unreadable) when (unreadable is not UnauthorizedAccessException)
        {
            // Lucene meets damage with a dozen kinds of exception, a damaged length asks for more memory than there is; the database can fill a new index.
            return false;
        }
    }

    // Only Lucene's own files: the setting may point at a folder that holds more.
    private static void DeleteAll(string folder)
    {
        foreach (var path in System.IO.Directory.EnumerateFiles(folder))
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith('_') || name.StartsWith("segments", StringComparison.Ordinal) || name == "write.lock") File.Delete(path);
        }
    }

    // The first question after a change does not wait for the values of the filters.
    private sealed class ReadAhead : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var leaf in reader.Leaves) SegmentValues.Of(leaf.AtomicReader);
            return base.NewSearcher(reader);
        }
    }

    // Every field brings its words ready cut; the writer asks for an analyzer all the same.
    private sealed class WholeValue : Analyzer
    {
        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            new(new Lucene.Net.Analysis.Core.KeywordTokenizer(reader));
    }
}
