using System.Xml.Linq;
using static CCHC.Portal.Content.Word.WordNames;

namespace CCHC.Portal.Content.Word;

/// <summary>Reads paragraphs and tables out of a document; what it leaves out it tells the tally.</summary>
internal sealed class WordReader(WordPackage package, WordTally tally, CancellationToken stop)
{
    private const int MostDepth = 12, MostRows = 500;

    private readonly WordStyles styles = new(package.Part("styles"));
    private readonly WordLists lists = new(package.Part("numbering"));
    private readonly WordRuns runs = new(package, tally);

    public IReadOnlyList<WordPicture> Pictures => runs.Pictures;

    public List<WordBlock> Body()
    {
        var body = package.Document().Element(W + "body") ?? throw new WordException(WordProblem.Broken);
        foreach (var kind in new[] { "header", "footer" })
        {
            if (package.Part(kind) is { } part && part.Descendants(W + "t").Any(text => text.Value.Any(char.IsLetter)))
            {
                tally.Add(kind == "header" ? "Đầu trang (header) lặp lại trên mỗi trang giấy được bỏ." : "Chân trang (footer) lặp lại trên mỗi trang giấy được bỏ.");
            }
        }
        return Blocks(body.Elements(), 0);
    }

    /// <summary>The footnotes the text refers to, with their blocks.</summary>
    public IEnumerable<(string Label, List<WordBlock> Blocks)> Footnotes()
    {
        foreach (var (label, kind, id) in runs.Footnotes)
        {
            var note = package.Part(kind + "s")?.Elements(W + kind).FirstOrDefault(note => Value(note, "id") == id);
            yield return (label, note is null ? [] : Blocks(note.Elements(), 1));
        }
    }

    private List<WordBlock> Blocks(IEnumerable<XElement> elements, int depth)
    {
        var blocks = new List<WordBlock>();
        foreach (var element in elements)
        {
            stop.ThrowIfCancellationRequested();
            if (depth > MostDepth)
            {
                throw new WordException(WordProblem.Bomb);
            }
            if (element.Name == W + "p")
            {
                blocks.AddRange(Paragraph(element));
            }
            else if (element.Name == W + "tbl")
            {
                blocks.Add(Table(element, depth));
            }
            else if (element.Name == W + "sdt")
            {
                if (element.Descendants(W + "docPartGallery").Any(gallery => Value(gallery, "val") == "Table of Contents"))
                {
                    tally.Add("Mục lục tự động được bỏ; cổng tự có mục lục theo tiêu đề.");
                    continue;
                }
                blocks.AddRange(Blocks(element.Element(W + "sdtContent")?.Elements() ?? [], depth + 1));
            }
            else if (element.Name == W + "ins" || element.Name == W + "moveTo" || element.Name == W + "customXml" || element.Name == W + "smartTag")
            {
                blocks.AddRange(Blocks(element.Elements(), depth + 1));
            }
            else if (element.Name == Either + "AlternateContent")
            {
                blocks.AddRange(Blocks(WordRuns.Chosen(element), depth + 1));
            }
        }
        return blocks;
    }

    private IEnumerable<WordBlock> Paragraph(XElement paragraph)
    {
        if (styles.IsContents(paragraph))
        {
            tally.Add("Mục lục tự động được bỏ; cổng tự có mục lục theo tiêu đề.");
            yield break;
        }
        var pieces = new WordPieces();
        var boxes = new List<XElement>();
        runs.Read(paragraph, pieces, (what, run) => styles.Is(what, run, paragraph), boxes);
        yield return new WordParagraph(pieces.Markdown(), pieces.Plain)
        {
            Unbold = pieces.Markdown(withoutBold: true),
            AllBold = pieces.AllBold,
            HasPicture = pieces.HasPicture,
            Rank = styles.Rank(paragraph),
            Item = pieces.Plain == "" && !pieces.HasPicture ? null : lists.Next(styles.Numbering(paragraph)),
        };
        foreach (var box in boxes)
        {
            tally.Add("Chữ trong {0} ô chữ (text box) được đặt thành đoạn thường; hãy kiểm tra lại chỗ của chúng.");
            foreach (var inside in Blocks(box.Elements(), MostDepth / 2))
            {
                yield return inside;
            }
        }
    }

    private WordTable Table(XElement table, int depth)
    {
        var cells = new List<WordCell>();
        var open = new Dictionary<int, WordCell>();
        var (row, columns) = (0, 1);
        foreach (var line in table.Elements().Where(part => part.Name == W + "tr" || part.Name == W + "sdt").SelectMany(part => part.Name == W + "tr" ? [part] : part.Descendants(W + "tr")))
        {
            stop.ThrowIfCancellationRequested();
            if (line.Element(W + "trPr")?.Element(W + "del") is not null)
            {
                continue;
            }
            if (row == MostRows)
            {
                tally.Add($"Bảng có {table.Elements(W + "tr").Count()} dòng, cổng chỉ giữ {MostRows} dòng đầu. Hãy đính kèm bảng đầy đủ thành tệp.");
                break;
            }
            Row(line, row++, cells, open, depth, ref columns);
        }
        return new WordTable(cells, row, columns);
    }

    private void Row(XElement line, int row, List<WordCell> cells, Dictionary<int, WordCell> open, int depth, ref int columns)
    {
        var column = Span(line.Element(W + "trPr")?.Element(W + "gridBefore"), 0);
        foreach (var element in line.Elements().SelectMany(part => part.Name == W + "sdt" ? part.Element(W + "sdtContent")?.Elements() ?? [] : [part]).Where(part => part.Name == W + "tc"))
        {
            var properties = element.Element(W + "tcPr");
            var across = Span(properties?.Element(W + "gridSpan"), 1);
            var merge = properties?.Element(W + "vMerge");
            if (merge is not null && Value(merge, "val") != "restart" && open.TryGetValue(column, out var above) && above.Across == across)
            {
                above.Down++;
            }
            else
            {
                var cell = new WordCell(row, column, across, Blocks(element.Elements(), depth + 1));
                cells.Add(cell);
                if (merge is not null)
                {
                    open[column] = cell;
                }
                else
                {
                    open.Remove(column);
                }
            }
            column += across;
        }
        columns = Math.Max(columns, column);
    }

    private static int Span(XElement? element, int otherwise) => element is not null && int.TryParse(Value(element, "val"), out var span) ? Math.Clamp(span, otherwise, 63) : otherwise;
}
