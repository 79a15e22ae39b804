using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CCHC.Portal.Content;

/// <summary>What changed between two versions of a text, word by word.</summary>
public static class Difference
{
    private const int LongestByWords = 60_000;

    /// <summary>The pieces of both texts in reading order: kept, taken out, put in.</summary>
    public static IReadOnlyList<DifferencePiece> Between(string before, string after)
    {
        if (before == after)
        {
            return before == "" ? [] : [new(Change.Kept, before)];
        }
        // Word by word is what people read; a very long text is compared line by line, which is quick.
        IChunker chunker = before.Length + after.Length > LongestByWords ? new LineEndingsPreservingChunker() : new DelimiterChunker([' ', '\n', '\t']);
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after, ignoreWhitespace: false, ignoreCase: false, chunker).Lines;
        var pieces = new List<DifferencePiece>();
        var words = new StringBuilder();
        for (var at = 0; at < lines.Count; at++)
        {
            words.Append(lines[at].Text);
            if (at + 1 == lines.Count || Of(lines[at + 1].Type) != Of(lines[at].Type))
            {
                pieces.Add(new(Of(lines[at].Type), words.ToString()));
                words.Clear();
            }
        }
        return pieces;
    }

    private static Change Of(ChangeType type) => type switch
    {
        ChangeType.Inserted => Change.PutIn,
        ChangeType.Deleted => Change.TakenOut,
        _ => Change.Kept,
    };
}

/// <summary>A run of words that both versions have, or only one.</summary>
public readonly record struct DifferencePiece(Change Change, string Words);

public enum Change { Kept, TakenOut, PutIn }
