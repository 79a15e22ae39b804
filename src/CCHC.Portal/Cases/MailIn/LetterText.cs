using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CCHC.Portal.Language;
using MimeKit;

namespace CCHC.Portal.Cases.MailIn;

/// <summary>What a letter says: as text, without what it quotes and without what goes under every letter.</summary>
public static partial class LetterText
{
    private const int MostHtml = 1_000_000;
    private static readonly string[] Breaks = ["P", "DIV", "BR", "LI", "TR", "H1", "H2", "H3", "H4", "TABLE", "BLOCKQUOTE"];

    public static string Of(MimeMessage letter)
    {
        var text = letter.TextBody is { } plain && !string.IsNullOrWhiteSpace(plain) ? plain : FromHtml(letter.HtmlBody);
        var clean = VietnameseText.Clean(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        return WithoutQuotes(clean) is { Length: > 0 } own ? own : clean;
    }

    /// <summary>The words of an HTML letter; pictures, scripts and hidden things are no words.</summary>
    public static string FromHtml(string? html)
    {
        if (string.IsNullOrEmpty(html) || html.Length > MostHtml)
        {
            return "";
        }
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var gone in document.QuerySelectorAll("script, style, head, template, [hidden], blockquote[type=cite], .gmail_quote, #divRplyFwdMsg").ToList())
        {
            gone.Remove();
        }
        foreach (var mark in document.QuerySelectorAll("*").Where(element => Breaks.Contains(element.TagName)).ToList())
        {
            mark.Before(document.CreateTextNode("\n"));
        }
        return BlankLines().Replace(Blanks().Replace(document.Body?.TextContent ?? "", " "), "\n\n").Trim();
    }

    /// <summary>Everything above the first line with which mail programs begin what they quote.</summary>
    public static string WithoutQuotes(string text)
    {
        var kept = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (QuoteBegins().IsMatch(line))
            {
                break;
            }
            if (!line.StartsWith('>'))
            {
                kept.Add(line.TrimEnd());
            }
        }
        return string.Join('\n', kept).Trim();
    }

    [GeneratedRegex(@"^\s*(-{2,} ?(Original Message|Forwarded message|Thư gốc|Tin nhắn gốc|Thư đã chuyển tiếp).*|On .{4,120} wrote:\s*$|(Vào|Ngày|Lúc) .{4,160} (đã )?viết:\s*$|_{10,}\s*$|-- ?$|(From|Từ|Người gửi): .+@.+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuoteBegins();

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*\n\s*\n\s*")]
    private static partial Regex BlankLines();
}
