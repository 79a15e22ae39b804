using System.Text;
using System.Text.RegularExpressions;

namespace CCHC.Portal.Content.Word;

/// <summary>Writes blocks as the portal's Markdown: headings from the second rank on, lists, tables.</summary>
internal sealed partial class WordMarkdown(WordTally tally, IReadOnlyList<WordBlock> whole)
{
    private const int LongestGuess = 120;

    private readonly int highest = whole.OfType<WordParagraph>().Where(paragraph => paragraph.Rank > 0 && paragraph.Plain != "").Select(paragraph => paragraph.Rank!.Value).DefaultIfEmpty(1).Min();
    private readonly bool hasHyphens = whole.OfType<WordParagraph>().Any(paragraph => Typed().Match(paragraph.Plain) is { Success: true } typed && typed.Value[0] is '-' or '–');
    private readonly List<string> guessed = [];
    private readonly Stack<(int Depth, int Indent, ItemKind Kind, int Number, char Sign)> open = new();
    private int level = 1;

    public string Write(IReadOnlyList<WordBlock> blocks, bool inCell = false)
    {
        var written = new StringBuilder();
        var wasItem = false;
        open.Clear();
        for (var at = 0; at < blocks.Count; at++)
        {
            var paragraph = blocks[at] as WordParagraph;
            var item = paragraph is null || Heading(blocks, at, inCell) is not null ? null : Item(paragraph);
            var text = item is not null ? ListItem(paragraph!, item) : Block(blocks, at, inCell);
            if (text == "")
            {
                continue;
            }
            if (item is null)
            {
                open.Clear();
            }
            written.Append(written.Length == 0 ? "" : wasItem && item is not null ? "\n" : "\n\n").Append(text);
            wasItem = item is not null;
        }
        return written.ToString();
    }

    private string Block(IReadOnlyList<WordBlock> blocks, int at, bool inCell)
    {
        if (blocks[at] is WordTable table)
        {
            return Table(table);
        }
        var paragraph = (WordParagraph)blocks[at];
        if (Heading(blocks, at, inCell) is not { } rank)
        {
            var label = paragraph.Item is { Kind: ItemKind.Label } item ? WordPieces.Escape(item.Label) + " " : "";
            return label + paragraph.Markdown;
        }
        level = Math.Min(rank, level + 1);
        var number = paragraph.Item is { Label: not "" } named ? WordPieces.Escape(named.Label) + " " : "";
        return $"{new string('#', level)} {number}{Begun().Replace(paragraph.Unbold.Replace("\\\n", " ", StringComparison.Ordinal), "$1$2")}";
    }

    // A heading by its style; or, where nobody used styles, a short bold line over ordinary text.
    private int? Heading(IReadOnlyList<WordBlock> blocks, int at, bool inCell)
    {
        if (inCell || blocks[at] is not WordParagraph { HasPicture: false } paragraph || paragraph.Plain == "")
        {
            return null;
        }
        if (paragraph.Rank > 0)
        {
            return Math.Clamp(paragraph.Rank.Value - highest + 2, 2, 4);
        }
        var next = at + 1 < blocks.Count ? blocks[at + 1] : null;
        if (!paragraph.AllBold || paragraph.Plain.Length > LongestGuess || paragraph.Plain[^1] is '.' or ';' or ',' || next is null or WordParagraph { AllBold: true, Plain.Length: > LongestGuess } || Typed().IsMatch(paragraph.Plain)
            || paragraph.Item?.Kind is ItemKind.Bullet)
        {
            return null;
        }
        tally.AddOnce("guess" + at, "{0} dòng chữ đậm được coi là tiêu đề mục.");
        var kind = Numbered().Match(paragraph.Plain) is { Success: true } found ? char.IsAsciiDigit(found.Value[0]) ? "1" : "I" : paragraph.Plain == paragraph.Plain.ToUpperInvariant() ? "A" : "a";
        if (!guessed.Contains(kind))
        {
            guessed.Add(kind);
        }
        return Math.Min(2 + guessed.IndexOf(kind), 4);
    }

    private WordItem? Item(WordParagraph paragraph)
    {
        if (paragraph.Item is { Kind: ItemKind.Bullet or ItemKind.Number } item)
        {
            return item;
        }
        if (paragraph.Item is null && paragraph.Rank is null && Typed().Match(paragraph.Plain) is { Success: true } typed)
        {
            tally.Add("{0} dòng gõ tay bằng dấu gạch, dấu cộng thành danh sách.");
            return new WordItem(typed.Value[0] == '+' && hasHyphens ? 1 : 0, ItemKind.Bullet, 0, typed.Value);
        }
        return null;
    }

    private string ListItem(WordParagraph paragraph, WordItem item)
    {
        var text = item.Label != "" && item.Kind == ItemKind.Bullet ? TypedMark().Replace(paragraph.Markdown, "", 1) : paragraph.Markdown;
        while (open.Count > 0 && open.Peek().Depth > item.Depth)
        {
            open.Pop();
        }
        var sign = item.Kind == ItemKind.Bullet ? '-' : '.';
        if (open.Count > 0 && open.Peek().Depth == item.Depth)
        {
            var before = open.Pop();
            // A list that begins anew right after another needs another sign, or the two become one.
            sign = item.Kind != ItemKind.Number || before.Kind != ItemKind.Number ? sign : item.Number == before.Number + 1 ? before.Sign : before.Sign == '.' ? ')' : '.';
        }
        var indent = open.Count > 0 ? open.Peek().Indent : 0;
        var mark = item.Kind == ItemKind.Bullet ? "- " : $"{item.Number}{sign} ";
        open.Push((item.Depth, indent + mark.Length, item.Kind, item.Number, sign));
        return new string(' ', indent) + mark + text.Replace("\n", "\n" + new string(' ', indent + mark.Length), StringComparison.Ordinal);
    }

    private string Table(WordTable table)
    {
        var filled = table.Cells.Where(cell => cell.Lines.Any() || cell.Blocks.Any(block => block is WordTable or WordParagraph { HasPicture: true })).ToList();
        if (filled.Count == 0)
        {
            return "";
        }
        if (table.Columns == 1 || filled.Count == 1)
        {
            tally.Add("{0} khung một cột thành đoạn thường.");
            return string.Join("\n\n", filled.Select(cell => Apart(cell.Blocks, false)).Where(text => text != ""));
        }
        var isSimple = table.Cells.All(cell => cell is { Across: 1, Down: 1 } && cell.Blocks.Count(block => block is not WordParagraph { Plain: "", HasPicture: false }) <= 1 && !cell.Blocks.Any(block => block is WordTable));
        if (!isSimple)
        {
            tally.Add("{0} bảng có ô gộp hoặc ô nhiều đoạn được giữ bằng bảng kẻ; sửa bảng này bằng cách bấm đúp vào nó.");
            return WordGrid.Draw(table, blocks => Apart(blocks, true));
        }
        var rows = Enumerable.Range(0, table.Rows).Select(row => "| " + string.Join(" | ", Enumerable.Range(0, table.Columns).Select(column =>
            table.Cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column) is { } cell ? OneLine(cell) : " ")) + " |").ToList();
        return string.Join('\n', [rows[0], "|" + string.Concat(Enumerable.Repeat(" --- |", table.Columns)), .. rows.Skip(1)]);
    }

    private string Apart(IReadOnlyList<WordBlock> blocks, bool inCell) => new WordMarkdown(tally, whole).Write(blocks, inCell);

    private static string OneLine(WordCell cell) =>
        cell.Blocks.OfType<WordParagraph>().FirstOrDefault(paragraph => paragraph.Plain != "" || paragraph.HasPicture) is { } paragraph
            ? (paragraph.Item is { Label: not "" } item ? WordPieces.Escape(item.Label) + " " : "") + paragraph.Markdown.Replace("\\\n", " ", StringComparison.Ordinal) : " ";

    [GeneratedRegex("^(?:[-–•+*] ?(?=[^-–\\d\\s+*])|[-–•+*] )")]
    private static partial Regex Typed();

    // After the signs of a heading a number begins no list.
    [GeneratedRegex(@"^(\d{1,9})\\([.)])")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\\?[-–•+*]\s*")]
    private static partial Regex TypedMark();

    [GeneratedRegex(@"^(?:[IVX]{1,5}|\d{1,2})[.)]")]
    private static partial Regex Numbered();
}
