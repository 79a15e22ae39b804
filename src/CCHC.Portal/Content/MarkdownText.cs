using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;
using Markdig;

namespace CCHC.Portal.Content;

/// <summary>Staff Markdown as safe HTML: rendered by Markdig, then cleaned against a list of what is allowed.</summary>
public static class MarkdownText
{
    private const int MostCharacters = 100_000, MostHtml = 2_000_000, MostNesting = 64, Remembered = 2_000, LongestRemembered = 64_000;

    private static readonly MarkdownPipeline Pipeline = WithCallouts(new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseGridTables().UseFootnotes().UseCustomContainers().UseAutoLinks().UseEmphasisExtras()).Build();

    private static readonly ConcurrentDictionary<string, string> Memory = new();

    /// <summary>The HTML of a text. The same text is rendered once and remembered.</summary>
    public static string Html(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return "";
        }
        if (Memory.Count > Remembered)
        {
            Memory.Clear();
        }
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)));
        if (Memory.TryGetValue(key, out var known))
        {
            return known;
        }
        var html = Render(markdown);
        if (html.Length <= LongestRemembered)
        {
            Memory[key] = html;
        }
        return html;
    }

    /// <summary>Fills the places of embedded things: kind, key, and whether it stands in a line of text.</summary>
    public static string Fill(string html, Func<string, string, bool, string> filling) =>
        Embedding.Places().Replace(html, place => filling(place.Groups[1].Value, place.Groups[2].Value, place.Groups[3].Value == "mark"));

    /// <summary>Whether a text embeds this thing.</summary>
    public static bool Embeds(string? markdown, string kind, string key) =>
        Embedding.Places().Matches(Html(markdown)).Any(place => place.Groups[1].Value == kind && place.Groups[2].Value == key);

    /// <summary>The words alone, for the index and for descriptions.</summary>
    public static string Plain(string? markdown) =>
        string.IsNullOrWhiteSpace(markdown) || Problem(markdown) is not null ? "" : Markdown.ToPlainText(markdown, Pipeline).Trim();

    /// <summary>Why a text cannot be shown, in Vietnamese; null when it can.</summary>
    public static string? Problem(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown))
        {
            return null;
        }
        if (markdown.Length > MostCharacters)
        {
            return "Nội dung dài quá 100.000 ký tự.";
        }
        try
        {
            return Markdown.ToHtml(markdown, Pipeline).Length > MostHtml ? "Nội dung khi hiển thị lớn quá 2 MB, hãy chia thành nhiều trang." : null;
        }
        catch (ArgumentException)
        {
            // Markdig throws when lists or quotes are nested too deep.
            return "Nội dung lồng nhau quá sâu, hãy bớt cấp danh sách hoặc trích dẫn.";
        }
    }

    internal static Markdig.Syntax.MarkdownDocument Parse(string markdown) => Markdown.Parse(markdown, Pipeline);

    private static string Render(string markdown)
    {
        if (Problem(markdown) is not null)
        {
            return "";
        }
        var html = Markdown.ToHtml(markdown, Pipeline);
        return TooDeep(html) ? "" : Cleaner().Sanitize(html);
    }

    private static MarkdownPipelineBuilder WithCallouts(MarkdownPipelineBuilder builder)
    {
        builder.Extensions.Add(new Callouts());
        builder.Extensions.Add(new Embedding());
        return builder;
    }

    private static bool TooDeep(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0; at = html.IndexOf('<', at + 1))
        {
            depth += at + 1 < html.Length && html[at + 1] == '/' ? -1 : 1;
            deepest = Math.Max(deepest, depth);
        }
        // Void elements are never closed, so this counts high; ten of them to each level is allowance enough.
        return deepest > MostNesting * 40;
    }

    private static HtmlSanitizer Cleaner()
    {
        var cleaner = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string> { "p", "br", "hr", "h2", "h3", "h4", "ul", "ol", "li", "a", "strong", "em", "del", "sub", "sup", "mark", "blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "img", "div", "figure", "figcaption" },
            AllowedAttributes = new HashSet<string> { "href", "src", "alt", "title", "class", "id", "colspan", "rowspan", "start", "scope", "width", "height", "loading", "decoding" },
            AllowedSchemes = new HashSet<string> { "http", "https", "mailto", "tel", "media" },
            UriAttributes = new HashSet<string> { "href", "src" },
        });
        cleaner.PostProcessNode += (_, node) => Adapt(node.Node);
        cleaner.RemovingAttribute += (_, attribute) => KeepAlignment(attribute);
        return cleaner;
    }

    private static void Adapt(INode node)
    {
        switch (node)
        {
            case IHtmlImageElement image:
                image.SetAttribute("loading", "lazy");
                image.SetAttribute("decoding", "async");
                Name(image);
                Caption(image);
                break;
            case IHtmlAnchorElement link when link.GetAttribute("href") is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase):
                link.SetAttribute("rel", "noopener noreferrer");
                break;
            case IHtmlTableElement table when table.ParentElement?.ClassName != "scroll":
                InFrame(table);
                break;
            case IHtmlTableHeaderCellElement cell when !cell.HasAttribute("scope"):
                cell.SetAttribute("scope", "col");
                break;
        }
    }

    // A bare name is a file of the library.
    private static void Name(IHtmlImageElement image)
    {
        if (image.GetAttribute("src") is { Length: > 0 } name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-'))
        {
            image.SetAttribute("src", "media:" + name);
        }
    }

    // A picture alone in its paragraph is a figure; its title is the caption.
    private static void Caption(IHtmlImageElement image)
    {
        if (image.GetAttribute("title") is not { Length: > 0 } title || image.ParentElement is not IHtmlParagraphElement { ChildNodes.Length: 1 } paragraph)
        {
            return;
        }
        var (figure, caption) = (image.Owner!.CreateElement("figure"), image.Owner.CreateElement("figcaption"));
        image.RemoveAttribute("title");
        caption.TextContent = title;
        paragraph.Replace(figure);
        figure.Append(image, caption);
    }

    // A table wider than a phone scrolls in its frame, which keys reach too.
    private static void InFrame(IHtmlTableElement table)
    {
        var frame = table.Owner!.CreateElement("div");
        frame.ClassName = "scroll";
        frame.SetAttribute("tabindex", "0");
        table.Replace(frame);
        frame.AppendChild(table);
    }

    // Column alignment comes as style="text-align: right", which our Content-Security-Policy forbids; a class says the same.
    private static void KeepAlignment(RemovingAttributeEventArgs attribute)
    {
        if (attribute.Attribute.Name == "style" && attribute.Attribute.Value.Contains("right", StringComparison.Ordinal))
        {
            attribute.Tag.ClassList.Add("r");
        }
    }
}
