using System.Text;
using System.Xml.Linq;

namespace CCHC.Portal.Content.Word;

/// <summary>The bare words of a part of a Word document, a line for each paragraph: for finding, not for reading.</summary>
internal static class WordWords
{
    extension(XElement part)
    {
        /// <summary>Stops as soon as there are more letters than wanted.</summary>
        public void AddWordsTo(StringBuilder text, int most, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var inner in part.Elements())
            {
                if (text.Length > most)
                {
                    return;
                }
                Add(inner, text);
                // The same text box stands there twice, the second time for old programs.
                if (inner.Name.LocalName is not ("Fallback" or "t"))
                {
                    inner.AddWordsTo(text, most, stop);
                }
            }
        }
    }

    private static void Add(XElement part, StringBuilder text)
    {
        if (!WordPackage.IsWords(part))
        {
            return;
        }
        text.Append(part.Name.LocalName switch { "t" => part.Value, "p" => "\n", "tab" or "br" or "cr" => " ", "noBreakHyphen" => "-", _ => "" });
    }
}
