using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using CCHC.Portal.Content;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Web.Kit;

/// <summary>Staff Markdown as it is read: pictures of the library in their place, embedded things from live content.</summary>
public sealed partial class Prose(MediaShelf shelf, Embeds embeds, Assets assets, Translator T, Visit visit, HtmlEncoder encoder)
{
    public async Task<string> Html(string? text)
    {
        var media = await shelf.Of(visit.Site.Id);
        // The text was cleaned when it was rendered; only places of ours change here.
        var html = MediaAddress().Replace(MarkdownText.Html(text), found => media.TryGetValue(found.Groups[1].Value, out var file)
            ? PictureTagHelper.Attributes(file)
            : "src=\"\"");
        if (visit.IsEnglish)
        {
            html = LocalLink().Replace(html, "href=\"/en/");
        }
        if (!html.Contains("class=\"embed\"", StringComparison.Ordinal))
        {
            return html;
        }
        var known = await embeds.Of(visit.Site.Id, visit.Culture);
        return MarkdownText.Fill(html, (kind, key, inLine) =>
            kind is "video" or "audio" ? Clip(kind, media.GetValueOrDefault(key), media)
            : !known.TryGetValue((kind, key), out var embed) ? inLine ? Say(T["(số này đã gỡ)"]) : $"<div class=\"notice-box\">{Icon("info")}<p>{Say(T["Thông tin ở chỗ này đã được gỡ."])}</p></div>"
            : inLine ? $"<a class=\"num\" href=\"tel:{embed.Dial}\">{Say(embed.Phone)}</a>"
            : Card(embed));
    }

    private string Card(Embed embed) => embed.Kind switch
    {
        "procedure" => $"<div class=\"hotline\"><p><b><a href=\"{Own(embed.Address)}\">{Say(embed.Title)}</a></b></p><p>{Say(embed.Words)}</p></div>",
        "contact" => $"<div class=\"hotline\"><p><b><a href=\"{Own(embed.Address)}\">{Say(embed.Title)}</a></b></p><p class=\"who\">{Say(embed.Words)}</p>{(embed.Phone == "" ? "" : Number(embed))}</div>",
        _ => $"<div class=\"hotline\"><p><b>{Say(embed.Title)}</b></p>{Number(embed)}<p class=\"hrs\">{Icon("clock")}{Say(embed.Words)}</p></div>",
    };

    private string Clip(string kind, MediaFile? file, IReadOnlyDictionary<string, MediaFile> media) =>
        file?.Kind == (kind == "video" ? MediaKind.Video : MediaKind.Audio) ? PlayerTagHelper.Html(file, media, words => T[words])
            : $"<div class=\"notice-box\">{Icon("info")}<p>{Say(T["Tệp ở chỗ này đã được gỡ."])}</p></div>";

    private string Number(Embed embed) => $"<a class=\"tel num\" href=\"tel:{embed.Dial}\">{Icon("phone-call")}{Say(embed.Phone)}</a>";

    private string Icon(string name) => $"<svg class=\"i\" aria-hidden=\"true\"><use href=\"{assets["icons.svg"]}#{name}\"/></svg>";

    private string Own(string address) => (visit.IsEnglish ? "/en" : "") + encoder.Encode(address);

    private string Say(string words) => encoder.Encode(words);

    [GeneratedRegex("src=\"media:([a-zA-Z0-9._-]{1,120})\"", RegexOptions.None, 1_000)]
    private static partial Regex MediaAddress();

    [GeneratedRegex("href=\"/(?!/|en/|tep/)", RegexOptions.None, 1_000)]
    private static partial Regex LocalLink();
}
