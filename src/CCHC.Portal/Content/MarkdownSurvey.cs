using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CCHC.Portal.Content;

/// <summary>What a text is made of, as far as its reader stumbles over it: headings, links, pictures, tables, sentences.</summary>
public sealed partial record MarkdownSurvey
{
    public IReadOnlyList<(int Level, string Words)> Headings { get; private init; } = [];
    public IReadOnlyList<(string Address, string Words)> Links { get; private init; } = [];
    public IReadOnlyList<(string Address, string Alt)> Pictures { get; private init; } = [];
    public int TablesWithoutHead { get; private init; }

    /// <summary>The sentences of paragraphs and list items.</summary>
    public IReadOnlyList<string> Sentences { get; private init; } = [];

    public static MarkdownSurvey Of(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown) || MarkdownText.Problem(markdown) is not null)
        {
            return new MarkdownSurvey();
        }
        var text = MarkdownText.Parse(markdown);
        var links = text.Descendants<LinkInline>().ToList();
        return new MarkdownSurvey
        {
            Headings = [.. text.Descendants<HeadingBlock>().Select(heading => (heading.Level, Words(heading.Inline)))],
            Links = [.. links.Where(link => !link.IsImage).Select(link => (link.Url ?? "", Words(link))), .. text.Descendants<AutolinkInline>().Select(link => (link.Url, link.Url))],
            Pictures = [.. links.Where(link => link.IsImage).Select(link => (link.Url ?? "", Words(link)))],
            TablesWithoutHead = text.Descendants<Table>().Count(table => table.OfType<TableRow>().FirstOrDefault() is not { IsHeader: true } head
                || head.Descendants<ParagraphBlock>().All(cell => Words(cell.Inline) == "")),
            Sentences = [.. text.Descendants<ParagraphBlock>().Where(paragraph => !paragraph.IsInTable()).SelectMany(paragraph => Split(Words(paragraph.Inline)))],
        };
    }

    private static IEnumerable<string> Split(string words) => Ends().Split(words).Select(sentence => sentence.Trim()).Where(sentence => sentence != "");

    private static string Words(ContainerInline? inline) => inline is null ? "" : string.Concat(inline.Descendants().Select(part => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        LineBreakInline { IsHard: true } => ". ",
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    })).Trim();

    // A full stop inside a number or a short form is followed by no capital.
    [GeneratedRegex(@"(?<=[.!?…;:])[""”’)]?\s+(?=[\p{Lu}\d“""(–-])", RegexOptions.None, 1_000)]
    private static partial Regex Ends();
}

internal static class BlockExtensions
{
    public static bool IsInTable(this Block block)
    {
        for (var above = block.Parent; above is not null; above = above.Parent)
        {
            if (above is Table)
            {
                return true;
            }
        }
        return false;
    }
}
