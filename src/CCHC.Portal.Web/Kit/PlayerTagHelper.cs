using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CCHC.Portal.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CCHC.Portal.Web.Kit;

/// <summary>&lt;portal-player file="ra-quan.mp4"&gt;: a clip or recording of the library with the browser's own controls; nothing when the library has none of that name.</summary>
[HtmlTargetElement("portal-player", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlayerTagHelper(MediaShelf shelf, Visit visit, Translator t) : TagHelper
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public string? File { get; set; }

    /// <summary>Names of files of the library; without one, captions called like the clip are taken.</summary>
    public string? Captions { get; set; }

    public string? Poster { get; set; }

    /// <summary>What is said in it, as staff Markdown.</summary>
    public string? Transcript { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var media = await shelf.Of(visit.Site.Id);
        if (!string.IsNullOrEmpty(File) && media.TryGetValue(File, out var clip))
        {
            output.Content.SetHtmlContent(Html(clip, media, words => t[words], Captions, Poster, MarkdownText.Html(Transcript)));
        }
    }

    /// <summary>The markup of a player, for other rooms too. <paramref name="transcript"/> is HTML that was cleaned before.</summary>
    public static string Html(MediaFile clip, IReadOnlyDictionary<string, MediaFile> shelf, Func<string, string> say, string? captions = null, string? poster = null, string transcript = "")
    {
        var html = new StringBuilder("<figure class=\"wide player\">");
        var track = Track(clip, shelf, captions);
        if (Sources(clip) is not { Count: > 0 } sources)
        {
            html.Append($"<p class=\"callout\">{Encoder.Encode(say(clip.Kind == MediaKind.Video ? "Video đang được chuẩn bị. Hãy quay lại sau ít phút." : "Bản ghi âm đang được chuẩn bị. Hãy quay lại sau ít phút."))}</p>");
        }
        else
        {
            html.Append(clip.Kind == MediaKind.Video ? Video(clip, sources, track, PosterOf(clip, shelf, poster), say) : Audio(clip, sources, say));
            html.Append($"<figcaption>{Caption(clip, sources, track is not null, say)}</figcaption>");
        }
        html.Append("</figure>");
        if (transcript != "")
        {
            html.Append($"<details class=\"transcript\"><summary>{Encoder.Encode(say("Đọc bản lời thoại"))}</summary><div class=\"prose\">{transcript}</div></details>");
        }
        return html.ToString();
    }

    /// <summary>The address of the still shown before a clip plays; null when there is none.</summary>
    public static string? PosterOf(MediaFile clip, IReadOnlyDictionary<string, MediaFile> shelf, string? poster) =>
        poster is { Length: > 0 } && shelf.TryGetValue(poster, out var frame) ? frame.Address()
        : clip.HasCopy("poster.webp") ? clip.Address("poster.webp") : null;

    private static string Video(MediaFile clip, List<(string Address, string Type, string? Media)> sources, MediaFile? track, string? poster, Func<string, string> say)
    {
        var (width, height) = (clip.Width ?? 1280, clip.Height ?? 720);
        var html = new StringBuilder($"<div class=\"video{(height > width ? " tall" : "")}\"><video controls playsinline preload=\"none\" width=\"{width}\" height=\"{height}\"");
        html.Append(poster is null ? "" : $" poster=\"{poster}\"").Append($" aria-label=\"{Encoder.Encode(NameOf(clip))}\">");
        Append(html, sources);
        if (track is not null)
        {
            html.Append($"<track kind=\"captions\" src=\"{track.Address()}\" srclang=\"vi\" label=\"Tiếng Việt\" default>");
        }
        return html.Append($"<a href=\"{sources[^1].Address}\">{Encoder.Encode(say("Tải video"))}</a></video></div>").ToString();
    }

    private static string Audio(MediaFile clip, List<(string Address, string Type, string? Media)> sources, Func<string, string> say)
    {
        var html = new StringBuilder($"<audio controls preload=\"none\" aria-label=\"{Encoder.Encode(NameOf(clip))}\">");
        Append(html, sources);
        return html.Append($"<a href=\"{sources[^1].Address}\">{Encoder.Encode(say("Tải bản ghi âm"))}</a></audio>").ToString();
    }

    private static void Append(StringBuilder html, List<(string Address, string Type, string? Media)> sources) =>
        sources.ForEach(source => html.Append($"<source src=\"{source.Address}\" type=\"{source.Type}\"{(source.Media is null ? "" : $" media=\"{source.Media}\"")}>"));

    private static string Caption(MediaFile clip, List<(string Address, string Type, string? Media)> sources, bool hasCaptions, Func<string, string> say)
    {
        var parts = new List<string>();
        if (clip.Seconds is { } seconds)
        {
            parts.Add(Encoder.Encode(string.Format(System.Globalization.CultureInfo.InvariantCulture, say(clip.Kind == MediaKind.Video ? "Video {0} phút {1} giây" : "Âm thanh {0} phút {1} giây"), seconds / 60, seconds % 60)));
        }
        if (hasCaptions)
        {
            parts.Add(Encoder.Encode(say("có phụ đề")));
        }
        parts.Add($"<a href=\"{sources[^1].Address}\" download>{Encoder.Encode(say(clip.Kind == MediaKind.Video ? "Tải video" : "Tải bản ghi âm"))}</a>");
        return string.Join(" · ", parts) + (clip.Caption == "" ? "" : $"<br>{Encoder.Encode(clip.Caption)}");
    }

    // Small screens get the small one; what knows no media here takes the first, which every line can carry.
    private static List<(string Address, string Type, string? Media)> Sources(MediaFile clip)
    {
        var made = clip.Kind == MediaKind.Video ? new[] { "480.mp4", "720.mp4" } : ["sound.m4a", "sound.mp3"];
        var both = made.All(clip.HasCopy);
        var sources = made.Where(clip.HasCopy).Select(copy => (clip.Address(copy), MediaShelf.TypeOf(copy), copy == "480.mp4" && both ? "(max-width: 44rem)" : (string?)null)).ToList();
        return sources.Count > 0 || !clip.ServesMaster ? sources : [(clip.Address(), clip.ContentType, null)];
    }

    private static MediaFile? Track(MediaFile clip, IReadOnlyDictionary<string, MediaFile> shelf, string? captions)
    {
        var plain = Path.GetFileNameWithoutExtension(clip.Name);
        return new[] { captions, $"{plain}.vi.vtt", $"{plain}.vtt" }.Where(name => !string.IsNullOrEmpty(name)).Select(name => shelf.GetValueOrDefault(name!)).FirstOrDefault(file => file is { Kind: MediaKind.Captions });
    }

    private static string NameOf(MediaFile clip) => clip.Title != "" ? clip.Title : clip.Name;
}
