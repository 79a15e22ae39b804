using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace CCHC.Portal.Web.Kit;

/// <summary>Paper of one size that is written on from top to bottom, front and back, every word as part of a tagged text.</summary>
public sealed class LeafletSheet
{
    private const double Lead = 1.36;
    private readonly PdfDocumentBuilder builder;
    private readonly TaggedPdf tags;
    private readonly PdfDocumentBuilder.AddedFont plain, bold;
    private readonly double foot;
    private PdfPageBuilder page;
    private double y;
    private (double Y, int Page) beside;

    /// <param name="foot">How much of the first page stays free below.</param>
    public LeafletSheet(PdfDocumentBuilder builder, TaggedPdf tags, (byte[] Plain, byte[] Bold) fonts, LeafletSize size, double foot)
    {
        (Width, Height, Margin, Text) = size == LeafletSize.A6 ? (297.64, 419.53, 19, 8.4) : (419.53, 595.28, 30, 11);
        (this.builder, this.tags, plain, bold) = (builder, tags, builder.AddTrueTypeFont(fonts.Plain), builder.AddTrueTypeFont(fonts.Bold));
        (this.foot, page, y) = (Text * foot, builder.AddPage(Width, Height), Height - Margin);
    }

    public double Width { get; }
    public double Height { get; }
    public double Margin { get; }

    /// <summary>The size of ordinary letters; everything else is a multiple.</summary>
    public double Text { get; }

    /// <summary>How far the lines stand in from the margin.</summary>
    public double Indent { get; set; }
    public int Pages => builder.Pages.Count;

    private double Room => Width - (2 * Margin) - Indent;
    private double Bottom => page.PageNumber == 1 ? Margin + foot : Margin + (Text * 1.6);

    /// <summary>Words as one part, in as many lines as they need; where they would not fit the sheet is turned.</summary>
    public void Say(PdfPart part, string words, double size = 1, bool strong = false, double after = 0)
    {
        var font = strong ? bold : plain;
        var lines = Wrap(words, size * Text, font, Room);
        for (var at = 0; at < lines.Count; at++)
        {
            Keep(size * Lead);
            y -= size * Text * Lead;
            // The blank at the end keeps the words of two lines apart for who copies or hears them.
            Put(part, at < lines.Count - 1 ? lines[at] + " " : lines[at], size * Text, Margin + Indent, y + (size * Text * 0.32), font);
        }
        Skip(after);
    }

    /// <summary>A short name at the left, not a line of its own: what follows stands beside it.</summary>
    public void Beside(PdfPart part, string words, double width, double size = 1, bool strong = false)
    {
        var font = strong ? bold : plain;
        var lines = Wrap(words, size * Text, font, width * Text);
        Keep((lines.Count * size * Lead) + 0.2);
        var top = y;
        for (var at = 0; at < lines.Count; at++)
        {
            top -= size * Text * Lead;
            Put(part, at < lines.Count - 1 ? lines[at] + " " : lines[at], size * Text, Margin + Indent, top + (size * Text * 0.32), font);
        }
        beside = (top, page.PageNumber);
    }

    /// <summary>Down to below the longer of two columns.</summary>
    public void Below() => y = beside.Page == page.PageNumber ? Math.Min(y, beside.Y) : y;

    /// <summary>A square to tick.</summary>
    public void Box(double size = 0.72)
    {
        Keep(Lead);
        TaggedPdf.Adorn(page, () => page.DrawRectangle(new PdfPoint(Margin + Indent, y - (Text * (Lead - 0.25))), size * Text, size * Text, 0.8));
    }

    public void Rule(double thick)
    {
        y -= thick / 2;
        TaggedPdf.Adorn(page, () => page.DrawLine(new PdfPoint(Margin, y), new PdfPoint(Width - Margin, y), thick));
        y -= thick / 2;
    }

    public void Skip(double lines) => y -= lines * Text;

    /// <summary>Turns the sheet when less than this many lines are left.</summary>
    public void Keep(double lines)
    {
        if (y - (lines * Text) < Bottom)
        {
            (page, y) = (builder.AddPage(Width, Height), Height - Margin);
        }
    }

    /// <summary>The free place at the foot of the first page.</summary>
    public LeafletFoot Foot()
    {
        page = builder.Pages[1];
        return new LeafletFoot(this, page, tags, Margin + foot);
    }

    /// <summary>At the foot of every page but the first: where the rest is, and which page this is.</summary>
    public void NumberPages(string address)
    {
        foreach (var other in builder.Pages.Values.Where(other => other.PageNumber > 1))
        {
            page = other;
            var number = $"{other.PageNumber}/{Pages}";
            TaggedPdf.Adorn(page, () =>
            {
                page.AddText(Printable.Of(address), Text * 0.9, new PdfPoint(Margin, Margin * 0.7), bold);
                page.AddText(number, Text * 0.9, new PdfPoint(Width - Margin - Measure(number, Text * 0.9, strong: true), Margin * 0.7), bold);
            });
        }
    }

    public double Measure(string words, double size, bool strong) => words == "" ? 0 : page.MeasureText(words, size, new PdfPoint(0, 0), strong ? bold : plain)[^1].EndBaseLine.X;

    public void Put(PdfPart part, string words, double size, double x, double baseline, bool strong) => Put(part, words, size, x, baseline, strong ? bold : plain);

    public IReadOnlyList<string> Wrap(string words, double size, bool strong, double room) => Wrap(words, size, strong ? bold : plain, room);

    private void Put(PdfPart part, string words, double size, double x, double baseline, PdfDocumentBuilder.AddedFont font)
    {
        if (words != "")
        {
            tags.Write(page, part, () => page.AddText(words, size, new PdfPoint(x, baseline), font));
        }
    }

    private List<string> Wrap(string words, double size, PdfDocumentBuilder.AddedFont font, double room)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in Printable.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, size, font, room)))
        {
            var longer = line == "" ? word : line + " " + word;
            if (line != "" && Measure(longer, size, font == bold) > room)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        return [.. lines, line];
    }

    // A word wider than the paper is cut.
    private IEnumerable<string> Pieces(string word, double size, PdfDocumentBuilder.AddedFont font, double room)
    {
        while (word.Length > 1 && Measure(word, size, font == bold) is var wide && wide > room)
        {
            var length = Math.Clamp((int)(word.Length * room / wide), 1, word.Length - 1);
            while (length > 1 && Measure(word[..length], size, font == bold) > room)
            {
                length--;
            }
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }
}
