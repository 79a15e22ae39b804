using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-icon name="phone-call"&gt;: an icon from the sprite; the word always stands beside it.</summary>
[HtmlTargetElement("portal-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(Assets assets) : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Large ones (duotone) get another class.</summary>
    public bool Large { get; set; }

    /// <summary>From the staff sprite.</summary>
    public bool Staff { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Large ? "ic" : "i");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{assets[Staff ? "icons-staff.svg" : "icons.svg"]}#{Name}\"/>");
    }
}
