using CCHC.Portal.Web.Startup;
using UglyToad.PdfPig.Writer;

namespace CCHC.Portal.Web.Kit;

/// <summary>Sets a leaflet as a PDF with the portal's own font inside.</summary>
public sealed class LeafletPress(Assets assets)
{
    private readonly Lazy<(byte[], byte[])> fonts = new(() => (assets.Read("bvp-400.ttf"), assets.Read("bvp-700.ttf")));

    public byte[] Print(Leaflet leaflet, LeafletSize size)
    {
        var tags = new TaggedPdf(leaflet.Language);
        using var paper = new MemoryStream();
        using var builder = new PdfDocumentBuilder(paper, false, PdfWriterType.Default, 1.7, tags);
        builder.DocumentInformation = new() { Title = leaflet.Title, Author = leaflet.Body, Subject = leaflet.Address, Creator = leaflet.Body, Producer = "CCHC.Portal" };
        var sheet = new LeafletSheet(builder, tags, fonts.Value, size, LeafletFoot.Lines);
        Head(leaflet, sheet, tags.Root);
        foreach (var block in leaflet.Blocks.Where(block => block.Lines.Count > 0))
        {
            Set(block, leaflet, sheet, tags.Root);
        }
        sheet.Foot().Draw(leaflet);
        sheet.NumberPages(leaflet.Typed);
        return builder.Build();
    }

    private static void Head(Leaflet leaflet, LeafletSheet sheet, PdfPart root)
    {
        sheet.Rule(sheet.Text * 0.5);
        sheet.Skip(0.25);
        sheet.Say(root.Add(new PdfPart("P") { Language = leaflet.Labels }), $"{leaflet.Body} · {leaflet.Kind}", 0.82);
        sheet.Say(root.Add(new PdfPart("H1")), leaflet.Title, leaflet.Title.Length > 60 ? 1.5 : 1.85, strong: true);
        if (leaflet.Summary != "")
        {
            sheet.Say(root.Add(new PdfPart("P")), leaflet.Summary, 1, after: 0.2);
        }
        if (leaflet.Warning is { } warning)
        {
            sheet.Say(root.Add(new PdfPart("P")), warning, 0.82, strong: true);
        }
    }

    private static void Set(LeafletBlock block, Leaflet leaflet, LeafletSheet sheet, PdfPart root)
    {
        sheet.Skip(0.45);
        sheet.Keep(Math.Clamp(2 + (block.Lines.Count * 1.5), 3.4, 8));   // short blocks are not torn
        if (block.Look != LeafletLook.Facts)
        {
            sheet.Say(root.Add(new PdfPart("H2") { Language = leaflet.Labels }), block.Head, 1.08, strong: true, after: 0.1);
        }
        var list = block.Look is LeafletLook.Lines or LeafletLook.Number ? root : root.Add(new PdfPart("L"));
        foreach (var (line, number) in block.Lines.Select((line, at) => (line, at + 1)))
        {
            if (block.Look is LeafletLook.Lines or LeafletLook.Number)
            {
                sheet.Say(list.Add(new PdfPart("P")), line.Words, block.Look == LeafletLook.Number ? Math.Clamp(38.0 / line.Words.Length, 2, 7) : 1, strong: block.Look == LeafletLook.Number || line.Note != "");
                Note(line, list, sheet);
            }
            else
            {
                Item(line, number, block.Look, list.Add(new PdfPart("LI")), sheet);
            }
        }
    }

    private static void Item(LeafletLine line, int number, LeafletLook look, PdfPart item, LeafletSheet sheet)
    {
        var indent = look == LeafletLook.Facts ? 7.2 : 1.5;
        if (look == LeafletLook.Facts)
        {
            sheet.Beside(item.Add(new PdfPart("Lbl")), line.Label, indent - 0.6, 0.88);
        }
        else if (look == LeafletLook.Steps)
        {
            sheet.Beside(item.Add(new PdfPart("Lbl")), $"{number}.", indent, strong: true);
        }
        else
        {
            sheet.Box();
        }
        sheet.Indent = indent * sheet.Text;
        var body = item.Add(new PdfPart("LBody"));
        sheet.Say(body, line.Words, 1, strong: look == LeafletLook.Facts);
        Note(line, body, sheet);
        sheet.Indent = 0;
        sheet.Below();
        sheet.Skip(0.16);
    }

    private static void Note(LeafletLine line, PdfPart above, LeafletSheet sheet)
    {
        if (line.Note != "")
        {
            sheet.Say(above.Add(new PdfPart("P")), line.Note, 0.86);
        }
    }
}
