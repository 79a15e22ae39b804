using System.Xml.Linq;

namespace CCHC.Portal.Content.Word;

/// <summary>The names Word's files are written in.</summary>
internal static class WordNames
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        Formula = "http://schemas.openxmlformats.org/officeDocument/2006/math",
        Vml = "urn:schemas-microsoft-com:vml",
        Either = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static string? Value(XElement element, string name) => element.Attribute(W + name)?.Value;
}
