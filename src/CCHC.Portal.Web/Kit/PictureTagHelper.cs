using System.Text;
using System.Text.Encodings.Web;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-picture file="hall.webp"&gt;: a picture of the library in the sizes and formats it has; nothing when the library has none of that name.</summary>
[HtmlTargetElement("portal-picture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PictureTagHelper(MediaShelf shelf, Visit visit) : TagHelper
{
    public string? File { get; set; }

    /// <summary>Replaces the alternative text; empty for a picture that only decorates a link beside it.</summary>
    public string? Alt { get; set; }

    /// <summary>How wide it will be, for the browser's choice: "(max-width: 40rem) 100vw, 20rem".</summary>
    public string Sizes { get; set; } = "100vw";

    /// <summary>Whether it is in the first view and should come at once.</summary>
    public bool First { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!string.IsNullOrEmpty(File) && (await shelf.Of(visit.Site.Id)).TryGetValue(File, out var media) && media.Kind == MediaKind.Image)
        {
            output.Content.SetHtmlContent(Html(media, Alt ?? (visit.IsEnglish && media.AltEn != "" ? media.AltEn : media.Alt), Sizes, First));
        }
    }

    /// <summary>The markup of a picture, for other rooms too.</summary>
    public static string Html(MediaFile media, string alt, string sizes, bool first = false)
    {
        var html = new StringBuilder();
        var avif = Source(media, "avif", sizes);
        var webp = Source(media, "webp", sizes);
        var wrapped = avif != "" || (webp != "" && Fallback(media) is not null);
        html.Append(wrapped ? "<picture>" + avif + webp : "");
        html.Append("<img src=\"").Append(Fallback(media) is { } plain ? media.Address(plain) : media.Address()).Append('"');
        if (!wrapped && Set(media, "webp") is { Length: > 0 } set)
        {
            html.Append($" srcset=\"{set}\" sizes=\"{HtmlEncoder.Default.Encode(sizes)}\"");
        }
        html.Append($" alt=\"{Words.Encode(alt)}\" width=\"{media.Width}\" height=\"{media.Height}\"{Focus(media)}");
        html.Append(first ? " fetchpriority=\"high\"" : " loading=\"lazy\"").Append(" decoding=\"async\">");
        return html.Append(wrapped ? "</picture>" : "").ToString();
    }

    /// <summary>Source and sizes of a picture in running text, which stands as an img of its own.</summary>
    public static string Attributes(MediaFile media) => $"src=\"{media.Address(960)}\"" +
        (Set(media, "webp") is { Length: > 0 } set ? $" srcset=\"{set}\" sizes=\"(max-width: 46rem) 100vw, 44rem\"" : "") +
        $" width=\"{media.Width}\" height=\"{media.Height}\"";

    // What a browser of 2015 shows: the largest JPEG or PNG there is.
    private static string? Fallback(MediaFile media) => PictureSizes.Widths.Reverse()
        .SelectMany(width => new[] { $"{width}.jpg", $"{width}.png" }).FirstOrDefault(media.HasCopy);

    private static string Source(MediaFile media, string format, string sizes) => Set(media, format) is { Length: > 0 } set
        ? $"<source type=\"image/{format}\" srcset=\"{set}\" sizes=\"{HtmlEncoder.Default.Encode(sizes)}\">" : "";

    private static string Set(MediaFile media, string format)
    {
        var copies = PictureSizes.Widths.Where(width => media.HasCopy($"{width}.{format}")).Select(width => $"{media.Address($"{width}.{format}")} {width}w");
        // The picture itself is the largest one there is, where it is of that format and not much larger than a screen.
        var whole = media.ContentType == "image/" + format && media.Width is { } full && (full <= PictureSizes.Widths[^1] || !media.HasCopy("1600.webp")) ? [$"{media.Address()} {full}w"] : Array.Empty<string>();
        var all = copies.Concat(whole).ToList();
        return all.Count == whole.Length ? "" : string.Join(", ", all);
    }

    // Our Content-Security-Policy forbids style attributes: eleven steps each way are classes.
    private static string Focus(MediaFile media) => (media.FocusX, media.FocusY) is (500, 500) ? ""
        : $" class=\"fx-{Step(media.FocusX)} fy-{Step(media.FocusY)}\"";

    private static int Step(int perMille) => Math.Clamp((perMille + 50) / 100, 0, 10);

    private static readonly HtmlEncoder Words = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
}
