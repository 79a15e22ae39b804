using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A Word document of these paragraphs and tables, as the bytes of its file.</summary>
    public static byte[] Word(params OpenXmlElement[] body) => Word(null, body);

    /// <summary>The same; more parts (footnotes, pictures) are added before it is written.</summary>
    public static byte[] Word(Action<MainDocumentPart>? more, params OpenXmlElement[] body)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(body));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(Style("Title", "Title"), Style("Heading1", "heading 1"), Style("Heading2", "heading 2"), Style("Heading3", "heading 3"));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Lists();
            more?.Invoke(main);
        }
        return file.ToArray();
    }

    public static Paragraph Words(string text, string? style = null, bool bold = false, int? list = null, int level = 0)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }
        if (list is { } number)
        {
            properties.Append(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = number }));
        }
        return new Paragraph(properties, Run(text, bold));
    }

    public static Run Run(string text, bool bold = false, bool italic = false)
    {
        var look = new RunProperties();
        if (bold)
        {
            look.Append(new Bold());
        }
        if (italic)
        {
            look.Append(new Italic());
        }
        return new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    public static Table Table(params string[][] rows) =>
        new([new TableProperties(), .. rows.Select(row => new TableRow(row.Select(text => Cell(text))))]);

    /// <summary>A cell of one line or several; wide over columns, and begun or carried on over rows.</summary>
    public static TableCell Cell(string text, int across = 1, MergedCellValues? down = null)
    {
        var properties = new TableCellProperties();
        if (across > 1)
        {
            properties.Append(new GridSpan { Val = across });
        }
        if (down is { } merged)
        {
            properties.Append(new VerticalMerge { Val = merged });
        }
        return new TableCell([properties, .. text.Split('\n').Select(line => Words(line))]);
    }

    /// <summary>List 1 has bullets, list 2 counts 1. and a), list 3 says Điều 1.</summary>
    private static Numbering Lists() => new(
        Abstract(1, (NumberFormatValues.Bullet, "·"), (NumberFormatValues.Bullet, "o")),
        Abstract(2, (NumberFormatValues.Decimal, "%1."), (NumberFormatValues.LowerLetter, "%2)")),
        Abstract(3, (NumberFormatValues.Decimal, "Điều %1."), (NumberFormatValues.Decimal, "%1.%2.")),
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 },
        new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 2 },
        new NumberingInstance(new AbstractNumId { Val = 3 }) { NumberID = 3 });

    private static AbstractNum Abstract(int id, params (NumberFormatValues Format, string Text)[] levels) =>
        new(levels.Select((level, at) => new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = level.Format }, new LevelText { Val = level.Text }) { LevelIndex = at })) { AbstractNumberId = id };

    private static Style Style(string id, string name) => new(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };
}
