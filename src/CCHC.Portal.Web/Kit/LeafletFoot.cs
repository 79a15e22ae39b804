using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Writer;

namespace CCHC.Portal.Web.Kit;

/// <summary>The foot of a leaflet's front: the code, the address to type in large letters, and whom to call.</summary>
public sealed class LeafletFoot(LeafletSheet sheet, PdfPageBuilder page, TaggedPdf tags, double top)
{
    private const double Side = 8.6, Strip = 2.5;
    private readonly double text = sheet.Text;

    /// <summary>How many lines of the first page it needs.</summary>
    public const double Lines = Side + Strip + 2.6;

    public void Draw(Leaflet leaflet)
    {
        var section = tags.Root.Add(new PdfPart("Sect") { Language = leaflet.Labels });
        TaggedPdf.Adorn(page, () => page.DrawLine(new PdfPoint(sheet.Margin, top), new PdfPoint(sheet.Width - sheet.Margin, top), 0.6));
        var bottom = sheet.Margin + (text * (Strip + 1.5));
        if (sheet.Pages > 1)
        {
            sheet.Put(section.Add(new PdfPart("P")), leaflet.Frame.Overleaf, text * 0.9, sheet.Width - sheet.Margin - sheet.Measure(leaflet.Frame.Overleaf, text * 0.9, strong: true), top + (text * 0.35), strong: true);
        }
        Code(section.Add(new PdfPart("Figure") { Alternative = leaflet.Frame.CodeLabel }), leaflet.Address, sheet.Margin, bottom, text * Side);
        Words(leaflet, section, sheet.Margin + (text * (Side + 0.9)), bottom);
        Address(leaflet, section);
        var made = section.Add(new PdfPart("P"));
        foreach (var (line, at) in sheet.Wrap(leaflet.Frame.Made, text * 0.72, strong: false, sheet.Width - (2 * sheet.Margin)).Select((line, at) => (line, at)))
        {
            sheet.Put(made, line + " ", text * 0.72, sheet.Margin, sheet.Margin + (text * (0.1 - (at * 0.9))), strong: false);
        }
    }

    private void Words(Leaflet leaflet, PdfPart section, double x, double bottom)
    {
        var (y, room) = (bottom + (text * (Side - 0.4)), sheet.Width - sheet.Margin - x);
        Say(leaflet.Frame.Scan, 0.9, strong: false);
        foreach (var number in leaflet.Numbers.Take(2))
        {
            y -= text * 0.3;
            Say(number.Name, 0.78, strong: false);
            var before = y;
            Say(number.Phone, 1.3, strong: true);
            page.AddLink(new LinkAnnotation(new UriAction("tel:" + number.Dial), new PdfRectangle(x, y, x + room, before), new AnnotationBorder(0, 0, 0, null)));
        }

        void Say(string words, double size, bool strong)
        {
            var part = section.Add(new PdfPart("P"));
            foreach (var line in sheet.Wrap(words, text * size, strong, room).Take(3))
            {
                y -= text * size * 1.28;
                sheet.Put(part, line + " ", text * size, x, y + (text * size * 0.3), strong);
            }
        }
    }

    private void Address(Leaflet leaflet, PdfPart section)
    {
        var (left, width, height, low) = (sheet.Margin, sheet.Width - (2 * sheet.Margin), text * (Strip - 0.3), sheet.Margin + (text * 1.15));
        var typed = Printable.Of(leaflet.Typed);
        var size = Math.Min(text * 1.65, text * (width - (text * 1.2)) / sheet.Measure(typed, text, strong: true));
        TaggedPdf.Adorn(page, () => page.DrawRectangle(new PdfPoint(left, low), width, height, 1.2));
        sheet.Put(section.Add(new PdfPart("P")), typed, size, left + ((width - sheet.Measure(typed, size, strong: true)) / 2), low + ((height - (size * 0.72)) / 2), strong: true);
        page.AddLink(new LinkAnnotation(new UriAction(leaflet.Address), new PdfRectangle(left, low, left + width, low + height), new AnnotationBorder(0, 0, 0, null)));
    }

    // Filled without an outline: an outline would make every dark square larger than the light ones.
    private void Code(PdfPart part, string address, double x, double bottom, double side)
    {
        var code = QrCode.Of(address);
        var module = side / code.Size;
        tags.Write(page, part, () =>
        {
            foreach (var (column, row, length) in code.Dark)
            {
                page.CurrentStream.Operations.Add(new AppendRectangle(x + (column * module), bottom + side - ((row + 1) * module), length * module, module));
            }
            page.CurrentStream.Operations.Add(FillPathNonZeroWinding.Value);
        });
    }
}
