using System.Text.RegularExpressions;
using CCHC.Portal.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-prose text="@body.Text"&gt;: staff Markdown as safe HTML, with pictures of the library in their place.</summary>
[HtmlTargetElement("portal-prose", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class ProseTagHelper(MediaShelf shelf, Visit visit) : TagHelper
{
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var media = await shelf.Of(visit.Site.Id);
        // The text was cleaned when it was rendered; only addresses change here.
        var html = MediaAddress().Replace(MarkdownText.Html(Text), found => media.TryGetValue(found.Groups[1].Value, out var file)
            ? $"src=\"{file.Address()}\" width=\"{file.Width}\" height=\"{file.Height}\""
            : "src=\"\"");
        if (visit.IsEnglish)
        {
            html = LocalLink().Replace(html, "href=\"/en/");
        }
        output.Content.SetHtmlContent(html);
    }

    [GeneratedRegex("src=\"media:([a-zA-Z0-9._-]{1,120})\"", RegexOptions.None, 1_000)]
    private static partial Regex MediaAddress();

    [GeneratedRegex("href=\"/(?!/|en/|tep/)", RegexOptions.None, 1_000)]
    private static partial Regex LocalLink();
}
