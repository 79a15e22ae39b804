using System.Text.Encodings.Web;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-chart of="chart" /&gt;: the drawing of a chart; the partial _Chart puts it together with title and table. On telephones the narrow one is shown.</summary>
[HtmlTargetElement("portal-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChartTagHelper(Visit visit, Translator T, HtmlEncoder encoder) : TagHelper
{
    public Chart Of { get; set; } = null!;
    public bool Narrow { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var drawing = new ChartDrawing(Of, Narrow, visit.Culture, encoder);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Narrow ? "narrow" : "wide-c");
        output.Attributes.SetAttribute("viewBox", $"0 0 {drawing.Width} {drawing.Height}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-labelledby", $"{Of.Id}-t {Of.Id}-d");
        // Said once for both: a hidden element may still name another.
        var words = Narrow ? "" : $"<title id=\"{Of.Id}-t\">{encoder.Encode(Of.Title)}</title><desc id=\"{Of.Id}-d\">{encoder.Encode(Told())}</desc>";
        output.Content.SetHtmlContent(words + drawing.Draw());
    }

    private string Told() => string.Join(" ", Of.Series.Select(series => (Of.Series.Count > 1 ? series.Name + ": " : "")
        + string.Join("; ", Of.Labels.Zip(series.Values, (label, value) => $"{label} {(value is { } number ? ChartNumbers.Say(number, visit.Culture) : T["chưa công bố"])}")) + "."));
}
