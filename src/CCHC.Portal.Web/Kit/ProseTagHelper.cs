using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-prose text="@body.Text"&gt;: staff Markdown as safe HTML, with what it embeds in its place.</summary>
[HtmlTargetElement("portal-prose", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProseTagHelper(Prose prose) : TagHelper
{
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(await prose.Html(Text));
    }
}
