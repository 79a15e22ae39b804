using System.Collections.Frozen;
using System.Text;

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

    /// <summary>“khieus”, “naji”, “dduwowngf” as khieu, nai, duong with their marks; null when it is not Telex.</summary>
    public static (string Plain, string? Marked)? FromTelex(string keys)
    {
        var vowel = keys.AsSpan().IndexOfAny("aeiouyw");
        if (vowel < 0 || keys.Length > 14)
        {
            return null;
        }
        var typed = new Keyed(keys.AsSpan(0, vowel).StartsWith("dd") ? "đ" : keys[..vowel]);
        foreach (var key in keys.AsSpan(vowel))
        {
            typed.Telex(key);
        }
        return typed.Found() ?? typed.Delayed();
    }

    /// <summary>“khie61u”, “d9u7o7ng2” as khieu, duong with their marks; null when it is not VNI.</summary>
    public static (string Plain, string? Marked)? FromVni(string keys)
    {
        if (keys.Length is < 2 or > 14 || !char.IsAsciiLetter(keys[0]))
        {
            return null;
        }
        var typed = new Keyed("");
        foreach (var key in keys)
        {
            if (key == '0' || (char.IsAsciiDigit(key) && key != '9' && !typed.HasVowel))
            {
                return null;
            }
            typed.Vni(key);
        }
        return typed.HasVowel ? typed.Found() : null;
    }

    /// <summary>Words written without the space between them; empty when they cannot be told apart.</summary>
    public static IReadOnlyList<string> Split(string glued) => glued.Length is > 3 and <= 28 ? Split(glued, 4) : [];

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

    /// <summary>A syllable as it comes from the keys: its letters, the same with hats and horns, and its tone.</summary>
    private sealed class Keyed(string onset)
    {
        private readonly StringBuilder plain = new(onset.Replace('đ', 'd')), quality = new(onset);
        private char tone;

        public bool HasVowel { get; private set; }

        public void Telex(char key)
        {
            switch (key)
            {
                case 's' or 'f' or 'r' or 'x' or 'j':
                    tone = key switch { 's' => '1', 'f' => '2', 'j' => '5', _ => '3' };
                    break;
                case 'z':
                    tone = '\0';
                    break;
                case 'w':
                    if (!Change("aou", "ăơư"))
                    {
                        Letter('u');
                        quality[^1] = 'ư';
                    }
                    break;
                case 'a' or 'e' or 'o' when plain.Length > 0 && plain[^1] == key:
                    Change("aeo", "âêô");
                    break;
                default:
                    Letter(key);
                    break;
            }
        }

        public void Vni(char key)
        {
            switch (key)
            {
                case '1' or '2' or '3' or '5':
                    tone = key;
                    break;
                case '4':
                    tone = '3';
                    break;
                case '6':
                    Change("aeo", "âêô");
                    break;
                case '7':
                    Change("ou", "ơư");
                    break;
                case '8':
                    Change("a", "ă");
                    break;
                case '9':
                    Change("d", "đ");
                    break;
                default:
                    Letter(key);
                    break;
            }
        }

        public (string Plain, string? Marked)? Found()
        {
            var letters = plain.ToString();
            var marked = tone == '\0' ? quality.ToString() : quality.ToString() + tone;
            return Has(letters) ? (letters, marked == letters ? null : marked) : null;
        }

        // The rest of a circumflex or of đ may come at the very end: tiene, duongd.
        public (string Plain, string? Marked)? Delayed()
        {
            if (plain.Length < 3 || "aeod".IndexOf(plain[^1], StringComparison.Ordinal) is not (>= 0 and var which))
            {
                return null;
            }
            var last = plain[^1];
            plain.Length--;
            quality.Length--;
            var earlier = plain.ToString().IndexOf(last, StringComparison.Ordinal);
            if (earlier < 0)
            {
                return null;
            }
            quality[earlier] = "âêôđ"[which];
            return Found();
        }

        private void Letter(char letter)
        {
            plain.Append(letter);
            quality.Append(letter);
            HasVowel |= IsVowel(letter);
        }

        // The mark goes to the nearest letter that can bear it; uo becomes ươ as a whole.
        private bool Change(string from, string to)
        {
            for (var at = plain.Length - 1; at >= 0; at--)
            {
                if (from.IndexOf(plain[at], StringComparison.Ordinal) is >= 0 and var which)
                {
                    quality[at] = to[which];
                    if (to[which] == 'ơ' && at > 0 && plain[at - 1] == 'u' && !(at > 1 && plain[at - 2] == 'q'))
                    {
                        quality[at - 1] = 'ư';
                    }
                    return true;
                }
            }
            return false;
        }
    }
}
