using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A PDF with one line of words a page.</summary>
    public static byte[] Pdf(params string[] pages)
    {
        var writer = new PdfDocumentBuilder();
        var font = writer.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var words in pages)
        {
            writer.AddPage(PageSize.A4).AddText(words, 11, new(40, 700), font);
        }
        return writer.Build();
    }

    /// <summary>A PDF as a scanner makes it: on every page a picture and no letter.</summary>
    public static byte[] Scan(int pages, byte[] jpeg)
    {
        var writer = new PdfDocumentBuilder();
        var first = writer.AddPage(PageSize.A4);
        var picture = first.AddJpeg(jpeg, new(new(0, 0), new(595, 842)));
        for (var page = 1; page < pages; page++)
        {
            writer.AddPage(PageSize.A4).AddImage(picture, new(new(0, 0), new(595, 842)));
        }
        return writer.Build();
    }
}
