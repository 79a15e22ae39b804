using System.Text;
using CCHC.Portal.Language;

namespace CCHC.Portal.Cases.Understanding;

/// <summary>Writes a sentence as other hands and keyboards would: Telex and VNI left as typed, chat spelling, slips. For scoring only.</summary>
internal static class Keyboards
{
    private static readonly Dictionary<string, string> ChatFor = new()
    {
        ["không"] = "ko",
        ["được"] = "dc",
        ["với"] = "vs",
        ["gì"] = "j",
        ["vậy"] = "vz",
        ["rồi"] = "r",
        ["cán bộ"] = "cb",
        ["hồ sơ"] = "hs",
        ["thủ tục"] = "tt",
        ["bao nhiêu"] = "bn",
        ["như thế nào"] = "ntn",
        ["người"] = "ng",
        ["chưa"] = "chx",
        ["nhiều"] = "nhìu",
        ["luôn"] = "lun",
        ["cũng"] = "cx",
        ["phải"] = "fải",
        ["giấy tờ"] = "gto",
        ["mọi người"] = "mn",
        ["nước"] = "nc",
        ["căn cước"] = "cccd",
        ["quá"] = "wá",
        ["biết"] = "bik",
    };

    public static string Telex(string text) => Typed(text, "sfrxj", new() { ['â'] = "aa", ['ê'] = "ee", ['ô'] = "oo", ['ă'] = "aw", ['ơ'] = "ow", ['ư'] = "uw", ['đ'] = "dd" });

    public static string Vni(string text) => Typed(text, "12345", new() { ['â'] = "a6", ['ê'] = "e6", ['ô'] = "o6", ['ă'] = "a8", ['ơ'] = "o7", ['ư'] = "u7", ['đ'] = "d9" });

    public static string Chat(string text)
    {
        var chat = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        foreach (var (said, typed) in ChatFor)
        {
            chat = string.Join(typed, chat.Split(said));
        }
        return chat;
    }

    /// <summary>Every fourth word of more than four letters has two letters changed about, or one left out; marks are half gone.</summary>
    public static string Typos(string text)
    {
        var words = text.Split(' ');
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            words[at] = at % 7 == 3 && word.Length > 4 ? word[..2] + word[3] + word[2] + word[4..]
                : at % 7 == 6 && word.Length > 5 ? word[..3] + word[4..]
                : at % 3 == 1 ? VietnameseText.Fold(word) : word;
        }
        return string.Join(' ', words);
    }

    private static string Typed(string text, string tones, Dictionary<char, string> letters)
    {
        var typed = new StringBuilder(text.Length * 2);
        var tone = '\0';
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            if (!char.IsLetter(letter) && tone != '\0')
            {
                typed.Append(tone);
                tone = '\0';
            }
            if (char.IsSurrogate(letter))
            {
                typed.Append(letter);
                continue;
            }
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            var mark = parts.AsSpan().IndexOfAny("\u0301\u0300\u0309\u0303\u0323");
            var bare = mark < 0 ? letter : parts.Remove(mark, 1).Normalize(NormalizationForm.FormC)[0];
            tone = mark < 0 ? tone : tones["\u0301\u0300\u0309\u0303\u0323".IndexOf(parts[mark], StringComparison.Ordinal)];
            typed.Append(letters.TryGetValue(char.ToLowerInvariant(bare), out var keys) ? char.IsUpper(bare) ? keys.ToUpperInvariant() : keys : bare.ToString());
        }
        return typed.Append(tone == '\0' ? "" : tone.ToString()).ToString();
    }
}
