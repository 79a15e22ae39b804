using CCHC.Portal.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-picture file="hall.webp"&gt;: a picture of the library in the sizes it has; nothing when the library has none of that name.</summary>
[HtmlTargetElement("portal-picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureTagHelper(MediaShelf shelf, Visit visit) : TagHelper
{
    private const int Small = 480;

    public string? File { get; set; }

    /// <summary>Replaces the alternative text; empty for a picture that only decorates a link beside it.</summary>
    public string? Alt { get; set; }

    /// <summary>How wide it will be, for the browser's choice: "(max-width: 40rem) 100vw, 20rem".</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>Whether it is in the first view and should come at once.</summary>
    public bool First { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(File) || !(await shelf.Of(visit.Site.Id)).TryGetValue(File, out var media))
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "img";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("src", media.Address());
        if (media.Width > Small)
        {
            output.Attributes.SetAttribute("srcset", $"{media.Address(Small)} {Small}w, {media.Address()} {media.Width}w");
            output.Attributes.SetAttribute("sizes", Sizes);
        }
        output.Attributes.SetAttribute("alt", Alt ?? (visit.IsEnglish && media.AltEn != "" ? media.AltEn : media.Alt));
        output.Attributes.SetAttribute("width", media.Width);
        output.Attributes.SetAttribute("height", media.Height);
        if (First)
        {
            output.Attributes.SetAttribute("fetchpriority", "high");
        }
        else
        {
            output.Attributes.SetAttribute("loading", "lazy");
        }
        output.Attributes.SetAttribute("decoding", "async");
    }
}
