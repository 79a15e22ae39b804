using System.Text;

namespace CCHC.Portal.Cases.Redacting;

/// <summary>Covers words in a text wherever they stand; how long they were is not to be seen.</summary>
public static class Cover
{
    public const string Mark = "[đã che]";

    public static string Over(string text, IEnumerable<string> words) =>
        words.Select(word => word.Trim()).Where(word => word != "").OrderByDescending(word => word.Length)
            .Aggregate(text.Normalize(NormalizationForm.FormC), (covered, word) => covered.Replace(word.Normalize(NormalizationForm.FormC), Mark, StringComparison.OrdinalIgnoreCase));
}
