using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-facts about="…"&gt;: what the page says, once more for machines, in the words of schema.org; nothing for nothing. Data, no script: the strict policy lets it stand.</summary>
[HtmlTargetElement("portal-facts", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FactsTagHelper : TagHelper
{
    // Brackets and ampersands are written as \u003C: nothing an editor types can end the element.
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public IReadOnlyList<IReadOnlyDictionary<string, object>> About { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var thing in About)
        {
            output.Content.AppendHtml("<script type=\"application/ld+json\">").AppendHtml(JsonSerializer.Serialize(new Dictionary<string, object>(thing) { ["@context"] = "https://schema.org" }, Writing)).AppendHtml("</script>\n");
        }
    }
}
