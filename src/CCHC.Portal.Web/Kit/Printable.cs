using System.Text;

namespace CCHC.Portal.Web.Kit;

/// <summary>What the leaflets' font has pictures of: Vietnamese, plain Latin and the signs of print. Other letters lose their marks, or become a question mark.</summary>
public static class Printable
{
    // The same letters as in Client/build.mjs; fewer than the 255 a simple font can carry.
    private const string Vietnamese = "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
    private const string Signs = "–—‘’“”…•·₫°²³×«»©→←";

    private static readonly HashSet<char> Known = [.. Enumerable.Range(' ', 95).Select(sign => (char)sign), .. Vietnamese, .. Vietnamese.ToUpperInvariant(), .. Signs];

    public static string Of(string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var sign in words.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var drawn = sign.ToString();
            if (Rune.IsWhiteSpace(sign) || Rune.IsControl(sign))
            {
                line.Append(' ');
            }
            else if (drawn.All(Known.Contains))
            {
                line.Append(drawn);
            }
            else
            {
                var bare = drawn.Normalize(NormalizationForm.FormKD).FirstOrDefault(Known.Contains);
                line.Append(bare == default ? Rune.IsLetterOrDigit(sign) ? '?' : ' ' : bare);
            }
        }
        return line.ToString();
    }
}
