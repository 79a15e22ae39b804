using System.Collections.Frozen;

namespace CCHC.Portal.Language;

/// <summary>Knows what a Vietnamese syllable looks like without its marks, and finds it in what a keyboard without Vietnamese left.</summary>
public static class Syllables
{
    private const int Longest = 7;   // nghieng

    private static readonly string[] Onsets =
        ["", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"];

    private static readonly string[] Rimes = (
        "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu " +
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot " +
        "u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou up ut uu uy uya uych uyen uyet uynh uyt " +
        "y yem yen yet yeu ynh yt").Split(' ');

    private static readonly FrozenSet<string> All =
        (from onset in Onsets from rime in Rimes select onset + rime).Concat(["gi", "gin", "gieng", "giet", "xoong", "boong"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ByLetters = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(ReadOnlySpan<char> plain) => plain.Length is > 0 and <= Longest && ByLetters.Contains(plain);

    /// <summary>“khieus”, “naji”, “dduwowngf” as khieu, nai, duong; null when it is not Telex.</summary>
    public static string? FromTelex(string letters)
    {
        var vowel = letters.AsSpan().IndexOfAny("aeiouyw");
        if (vowel < 0 || letters.Length > 14)
        {
            return null;
        }
        var left = letters.AsSpan(0, vowel).StartsWith("dd") ? "d" : letters[..vowel];
        foreach (var letter in letters.AsSpan(vowel))
        {
            left = letter switch
            {
                's' or 'f' or 'r' or 'x' or 'j' or 'z' => left,
                'w' => left.Length > 0 && IsVowel(left[^1]) || left.Length > vowel ? left : left + 'u',
                'a' or 'e' or 'o' when left.Length > 0 && left[^1] == letter => left,
                _ => left + letter,
            };
        }
        return Has(left) ? left : Delayed(left);
    }

    /// <summary>“khie61u”, “d9u7o7ng2” as khieu, duong; null when it is not VNI.</summary>
    public static string? FromVni(string lettersAndDigits)
    {
        if (lettersAndDigits.Length is < 2 or > 14 || !char.IsAsciiLetter(lettersAndDigits[0]))
        {
            return null;
        }
        Span<char> left = stackalloc char[lettersAndDigits.Length];
        var length = 0;
        var sawVowel = false;
        foreach (var letter in lettersAndDigits)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (letter == '0' || (!sawVowel && letter != '9'))
                {
                    return null;
                }
                continue;
            }
            sawVowel |= IsVowel(letter);
            left[length++] = letter;
        }
        return sawVowel && Has(left[..length]) ? left[..length].ToString() : null;
    }

    /// <summary>Words written without the space between them; empty when they cannot be told apart.</summary>
    public static IReadOnlyList<string> Split(string glued) => glued.Length is > 3 and <= 28 ? Split(glued, 4) : [];

    // The rest of a circumflex or of đ may come at the very end: tiene, duongd.
    private static string? Delayed(string left)
    {
        if (left.Length < 3 || left[^1] is not ('a' or 'e' or 'o' or 'd'))
        {
            return null;
        }
        var shorter = left[..^1];
        return shorter.Contains(left[^1], StringComparison.Ordinal) && Has(shorter) ? shorter : null;
    }

    // A syllable would rather begin with a consonant: to-cao, not toc-ao.
    private static string[] Split(string glued, int most)
    {
        if (Has(glued))
        {
            return [glued];
        }
        if (most == 1)
        {
            return [];
        }
        string[] second = [];
        for (var length = Math.Min(Longest, glued.Length - 1); length > 0; length--)
        {
            if (!Has(glued.AsSpan(0, length)) || Split(glued[length..], most - 1) is not { Length: > 0 } rest)
            {
                continue;
            }
            string[] found = [glued[..length], .. rest];
            if (!IsVowel(glued[length]))
            {
                return found;
            }
            second = second.Length == 0 ? found : second;
        }
        return second;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
