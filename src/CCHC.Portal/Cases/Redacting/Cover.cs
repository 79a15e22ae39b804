using System.Text;

namespace CCHC.Portal.Cases.Redacting;

/// <summary>Covers words in a text wherever they stand; how long they were is not to be seen.</summary>
public static class Cover
{
    public const string Mark = "[đã che]";

    public static string Over(string text, IEnumerable<string> words) =>
        words.Select(word => word.Trim()).Where(word => word != "").OrderByDescending(word => word.Length)
            .Aggregate(text.Normalize(NormalizationForm.FormC), (covered, word) => Without(covered, word.Normalize(NormalizationForm.FormC)));

    /// <summary>Whether this is shown for that: the same text, with marks where words of it stood, and nothing else.</summary>
    public static bool IsOver(string shown, string written)
    {
        var (pieces, text, at) = (shown.Split(Mark), written.Normalize(NormalizationForm.FormC), 0);
        foreach (var (number, piece) in pieces.Index())
        {
            var found = number == 0 ? text.StartsWith(piece, StringComparison.Ordinal) ? 0 : -1 : text.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }
            at = found + piece.Length;
        }
        return pieces.Length == 1 ? shown == text : text.EndsWith(pieces[^1], StringComparison.Ordinal);
    }

    // What covers is not covered again.
    private static string Without(string covered, string word) =>
        string.Join(Mark, covered.Split(Mark).Select(piece => piece.Replace(word, Mark, StringComparison.OrdinalIgnoreCase)));
}
