using System.Text;

namespace CCHC.Portal.Content.Word;

/// <summary>The runs of a paragraph, joined where they look alike, and written as Markdown without gluing words.</summary>
internal sealed class WordPieces
{
    private readonly List<(string Text, WordLook Look)> pieces = [];

    public bool HasPicture { get; private set; }

    public string Plain => string.Concat(pieces.Select(piece => piece.Look.IsRaw ? "" : piece.Text)).Replace('\n', ' ').Trim();

    public bool AllBold => pieces.Exists(piece => !piece.Look.IsRaw && piece.Text.Any(char.IsLetter))
        && pieces.TrueForAll(piece => piece.Look.IsRaw || piece.Look.Bold || string.IsNullOrWhiteSpace(piece.Text));

    public void Add(string text, WordLook look)
    {
        if (text == "")
        {
            return;
        }
        if (pieces.Count > 0 && pieces[^1].Look == look && !look.IsRaw)
        {
            pieces[^1] = (pieces[^1].Text + text, look);
        }
        else
        {
            pieces.Add((text, look));
        }
    }

    /// <summary>Markdown of its own: a picture, a mark of a footnote.</summary>
    public void AddRaw(string markdown, bool isPicture = false)
    {
        HasPicture |= isPicture;
        pieces.Add((markdown, new WordLook { IsRaw = true }));
    }

    public string Markdown(bool withoutBold = false)
    {
        var written = new StringBuilder();
        for (var at = 0; at < pieces.Count; at++)
        {
            var (text, look) = pieces[at];
            if (look.IsRaw)
            {
                written.Append(text);
                continue;
            }
            look = withoutBold ? look with { Bold = false } : look;
            var (lead, core, trail) = Apart(text, look, Before(at), After(at));
            written.Append(Escape(lead)).Append(Marked(Escape(core), look)).Append(Escape(trail));
        }
        return Lines(written.ToString());
    }

    private char Before(int at) => at > 0 && pieces[at - 1].Text is { Length: > 0 } text ? text[^1] : ' ';

    private char After(int at) => at + 1 < pieces.Count && pieces[at + 1].Text is { Length: > 0 } text ? text[0] : ' ';

    // Marks must touch letters inside, and punctuation at their edge must not touch a letter outside (CommonMark's flanking).
    private static (string, string, string) Apart(string text, WordLook look, char before, char after)
    {
        if (!look.IsMarked)
        {
            return ("", text, "");
        }
        var (from, to) = (0, text.Length);
        while (from < to && (char.IsWhiteSpace(text[from]) || (char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(text[from]))))
        {
            from++;
        }
        while (to > from && (char.IsWhiteSpace(text[to - 1]) || (char.IsLetterOrDigit(after) && !char.IsLetterOrDigit(text[to - 1]))))
        {
            to--;
        }
        return (text[..from], text[from..to], text[to..]);
    }

    private static string Marked(string text, WordLook look)
    {
        if (text == "")
        {
            return "";
        }
        var marks = (look.Strike ? "~~" : "") + (look.Bold ? "**" : "") + (look.Italic ? "*" : "") + look.Script;
        var closing = look.Script + (look.Italic ? "*" : "") + (look.Bold ? "**" : "") + (look.Strike ? "~~" : "");
        var marked = marks + text.Replace("\n", closing + "\n" + marks, StringComparison.Ordinal) + closing;
        return look.Link is { } address ? $"[{marked.Replace('\n', ' ')}]({(address.AsSpan().IndexOfAny(" ()<>") >= 0 ? $"<{address.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>" : address)})" : marked;
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (sign is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '~' or '^' or '|'
                || (sign == '=' && at + 1 < text.Length && text[at + 1] == '=')
                || (sign == '{' && at + 1 < text.Length && text[at + 1] == '{')
                || (sign == '&' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '#')))
            {
                escaped.Append('\\');
            }
            escaped.Append(sign);
        }
        return escaped.ToString();
    }

    // A line break is "\" at the end of a line; what begins a line like a list or a heading is only text.
    private static string Lines(string text) => string.Join("\\\n", text.Split('\n').Select(line => line.Trim()).Where(line => line != "").Select(Begun));

    private static string Begun(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] == ' '))
        {
            return line[..digits] + "\\" + line[digits..];
        }
        return line[0] is '#' or '>' or '+' or '-' or '=' || line.StartsWith(":::", StringComparison.Ordinal) ? "\\" + line : line;
    }
}

/// <summary>How a run looks, as far as Markdown can say it.</summary>
internal sealed record WordLook
{
    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public bool Strike { get; init; }

    /// <summary>^ over the line, ~ under it.</summary>
    public string Script { get; init; } = "";

    public string? Link { get; init; }
    public bool IsRaw { get; init; }

    public bool IsMarked => Bold || Italic || Strike || Script != "" || Link is not null;
}
