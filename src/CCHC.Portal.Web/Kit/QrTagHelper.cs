using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-qr text="https://…" label="Mã QR mở trang tra cứu" /&gt;: a QR code drawn on the page itself, with its quiet zone, black on white in every theme.</summary>
[HtmlTargetElement("portal-qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>What it opens, for who does not see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var qr = QrCode.Of(Text);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr");
        output.Attributes.SetAttribute("viewBox", $"0 0 {qr.Size} {qr.Size}");
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent($"<path fill=\"#fff\" d=\"M0 0h{qr.Size}v{qr.Size}H0z\"/><path fill=\"#000\" d=\"{qr.Path}\"/>");
    }
}
