using System.Globalization;
using System.Net;
using System.Xml.Linq;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Tests.Web.Desk.Media;

namespace CCHC.Portal.Tests.Web.Public.Content;

public sealed class ClipsTests(PortalHost portal)
{
    private static readonly XNamespace Apple = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    [Fact]
    public async Task The_seeded_film_is_listed_and_plays_with_captions_and_without_being_asked_to()
    {
        var list = await (await portal.Browser().Get("/video")).Read();
        var address = list.QuerySelector(".cards a[href*='gui-phan-anh']")!.GetAttribute("href")!;
        var page = await (await portal.Browser().Get(address)).Read();

        var video = page.QuerySelector("video")!;
        Assert.True(video.HasAttribute("controls") && !video.HasAttribute("autoplay"));
        Assert.Equal("none", video.GetAttribute("preload"));
        Assert.EndsWith("gioi-thieu-cong.mp4", video.QuerySelector("source")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.EndsWith(".vtt", video.QuerySelector("track[kind=captions]")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".player figcaption a[download]"));
        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(video.QuerySelector("source")!.GetAttribute("src")!)).StatusCode);
        Assert.Contains("/video/", await (await portal.Browser().Get("/sitemap/video.xml")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_elsewhere_loads_nothing_from_there_before_the_click_and_then_only_its_frame()
    {
        var edition = await portal.Publishes(new Video { Link = "https://www.youtube.com/watch?v=dQw4w9WgXcQ", Transcript = "Lời", Text = "x" }, "Video ở nơi khác");
        var reader = portal.Browser();

        var article = await reader.Get(edition.Address);
        var page = await article.Read();
        var play = await reader.Get(page.QuerySelector("a.pb")!.GetAttribute("href")!);

        Assert.Empty(page.QuerySelectorAll("iframe, script[src*=youtube], img[src*=youtube], link[href*=youtube]"));
        Assert.Contains("frame-src 'none'", article.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-src https://www.youtube-nocookie.com;", play.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var frame = (await play.Read()).QuerySelector("iframe")!;
        Assert.Equal("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", frame.GetAttribute("src"));
        Assert.False(frame.GetAttribute("sandbox")!.Contains("allow-top-navigation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_without_frames_is_opened_in_a_tab_of_its_own_and_a_stranger_not_at_all()
    {
        var zalo = await portal.Publishes(new Video { Link = "https://video.zalo.me/abc", Transcript = "Lời", Text = "x" }, "Video Zalo");
        var stranger = await portal.Publishes(new Video { Link = "https://example.com/phim", Transcript = "Lời", Text = "x" }, "Video của người lạ");

        var link = (await (await portal.Browser().Get(zalo.Address)).Read()).QuerySelector("a.pb")!;

        Assert.Equal(("https://video.zalo.me/abc", "_blank", "noopener noreferrer"), (link.GetAttribute("href"), link.GetAttribute("target"), link.GetAttribute("rel")));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(zalo.Address + "/phat")).StatusCode);
        Assert.DoesNotContain("example.com", await (await portal.Browser().Get(stranger.Address)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(stranger.Address + "/phat")).StatusCode);
    }

    [Fact]
    public async Task A_recording_is_an_episode_of_the_podcast_with_its_size_and_length()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var talk = await portal.DoesItsChores(await staff.Brings(portal, await Clips.Talk(5), ".mp3"));
        var edition = await portal.Publishes(new Audio { File = talk.Name, Episode = 7, Transcript = "Lời đọc", Text = "x" }, "Kỳ phát thanh thử");

        var feed = XDocument.Parse(await (await portal.Browser().Get("/am-thanh/podcast.xml?moi")).Text());

        var item = feed.Descendants("item").Single(one => one.Element("title")!.Value == "Kỳ phát thanh thử");
        var enclosure = item.Element("enclosure")!;
        Assert.Equal("audio/mpeg", enclosure.Attribute("type")!.Value);
        Assert.Equal(("5", "7", "false"), (item.Element(Apple + "duration")!.Value, item.Element(Apple + "episode")!.Value, item.Element(Apple + "explicit")!.Value));
        var fetched = await portal.Browser().Get(new Uri(enclosure.Attribute("url")!.Value).PathAndQuery);
        Assert.Equal(enclosure.Attribute("length")!.Value, (await fetched.Content.ReadAsByteArrayAsync()).Length.ToString(CultureInfo.InvariantCulture));
        var channel = feed.Root!.Element("channel")!;
        Assert.All(["title", "link", "description", "language"], name => Assert.NotEmpty(channel.Element(name)!.Value));
        Assert.All(["author", "explicit", "category", "type"], name => Assert.NotNull(channel.Element(Apple + name)));
        Assert.NotNull((await (await portal.Browser().Get(edition.Address)).Read()).QuerySelector("audio[controls] source[type='audio/mpeg']"));
    }

    [Fact]
    public async Task Where_somebody_read_a_page_aloud_that_recording_stands_and_else_the_browsers_voice_is_offered()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var talk = await portal.DoesItsChores(await staff.Brings(portal, await Clips.Talk(4), ".mp3"));
        var read = await portal.Publishes(new Article { Text = "Lời.", Recording = talk.Name }, "Bài có người đọc");
        var written = await portal.Publishes(new Article { Text = "Lời.", Recording = "khong-con.mp3" }, "Bài chỉ có chữ");

        var heard = await (await portal.Browser().Get(read.Address)).Read();
        var silent = await (await portal.Browser().Get(written.Address)).Read();

        Assert.Equal(HttpStatusCode.OK, (await portal.Browser().Get(heard.QuerySelector(".player audio[controls] source")!.GetAttribute("src")!)).StatusCode);
        Assert.NotNull(heard.QuerySelector(".player a[download]"));
        Assert.Null(heard.QuerySelector("[data-listen]"));
        Assert.True(silent.QuerySelector("[data-listen]")!.HasAttribute("hidden"));   // without a script, or a voice, it is not there
        Assert.Null(silent.QuerySelector("audio"));
    }

    [Fact]
    public async Task A_leaflet_says_when_it_was_issued_where_it_is_handed_out_and_is_there_to_print()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var paper = await staff.Brings(portal, System.Text.Encoding.ASCII.GetBytes($"%PDF-1.7\n% {Guid.CreateVersion7()}\n%%EOF"), ".pdf");
        var edition = await portal.Publishes(new Publication { Kind = PublicationKind.Folder, File = paper.Name, IssuedOn = new(2026, 11, 1), Copies = 500, HandedOutAt = ["Một cửa Cát Bà"], Text = "x" }, "Tờ gấp thử");

        var page = await (await portal.Browser().Get(edition.Address)).Read();

        Assert.Contains("Tờ gấp", await (await portal.Browser().Get("/an-pham?moi")).Text(), StringComparison.Ordinal);
        Assert.Contains("500 bản in", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Một cửa Cát Bà", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await portal.Browser().Get(page.QuerySelector(".files a")!.GetAttribute("href")!)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_picture_offers_each_browser_the_best_it_can_show()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var file = await staff.Brings(portal, Library.Photo(1700, 1000));
        await staff.Send($"{Library.Home}/{file.Id}", ("Form.FocusX", "900"), ("Form.FocusY", "200"));
        file = await portal.DoesItsChores(await portal.File(file.Id));
        var edition = await portal.Publishes(new Article { Text = "x", Cover = file.Name }, "Bài có ảnh nhiều cỡ");

        var picture = (await (await portal.Browser().Get(edition.Address)).Read()).QuerySelector("picture")!;

        Assert.Equal(["image/avif", "image/webp"], picture.QuerySelectorAll("source").Select(source => source.GetAttribute("type")));
        Assert.Equal(3, picture.QuerySelector("source")!.GetAttribute("srcset")!.Split(',').Length);
        var image = picture.QuerySelector("img")!;
        Assert.EndsWith("-1600/" + Path.ChangeExtension(file.Name, "jpg"), image.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("1700", "1000", "fx-9 fy-2", "Ảnh thử của bến phà"), (image.GetAttribute("width"), image.GetAttribute("height"), image.ClassName, image.GetAttribute("alt")));
    }
}
