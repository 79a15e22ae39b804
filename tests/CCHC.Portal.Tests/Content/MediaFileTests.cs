using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Tests.Content;

public sealed class MediaFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void A_file_is_shown_until_the_end_of_its_last_day_and_only_while_it_is_active()
    {
        var file = Picture();
        Assert.True(file.IsShownOn(Today));

        file.ExpiresOn = Today;
        Assert.True(file.IsShownOn(Today));
        Assert.False(file.IsShownOn(Today.AddDays(1)));

        file.ExpiresOn = null;
        file.Withdraw(Given.Morning);
        Assert.False(file.IsShownOn(Today));
        file.Restore(Given.Morning);
        file.Trash(Given.Morning);
        Assert.False(file.IsShownOn(Today));
    }

    [Fact]
    public void What_staff_should_mend_is_named()
    {
        var file = Picture();
        file.Consent = Consent.NobodyShown;
        Assert.Equal([MediaProblem.NoAlt], file.Problems(Today));

        file.Alt = "Bến phà lúc sáng sớm";
        (file.Consent, file.ConsentUntil, file.ExpiresOn) = (Consent.Given, Today.AddDays(-1), Today.AddDays(-2));
        Assert.Equal([MediaProblem.Expired, MediaProblem.NoConsent], file.Problems(Today));
    }

    [Fact]
    public void Other_bytes_make_other_addresses_and_forget_the_copies_of_the_old_ones()
    {
        var file = Picture();
        file.Made = "480.webp 480.avif";
        var before = file.Address("480.avif");

        file.TakeBytes(new string('b', 64), 10, "image/webp", 800, 600, null);

        Assert.Equal("/tep/aaaaaaaaaaaa-480/ben-pha.avif", before);
        Assert.Empty(file.Copies);
        Assert.Equal("/tep/bbbbbbbbbbbb/ben-pha.webp", file.Address(480));
    }

    [Fact]
    public void A_text_knows_every_file_it_names_wherever_it_names_it()
    {
        var edition = Given.Edition(new Article
        {
            Cover = "hall.webp",
            Text = "Ảnh ![bến](media:ben-pha.webp)\n\n::: video ra-quan.mp4\n:::\n\ntải [tờ rơi](/tep/abc/to-roi.pdf)",
            Gallery = [new GalleryPicture { File = "a1.jpg" }],
            Video = new ArticleVideo { File = "clip.mp4", Captions = "clip.vi.vtt", Transcript = "x" },
        });

        Assert.Equal(["a1.jpg", "ben-pha.webp", "clip.mp4", "clip.vi.vtt", "hall.webp", "ra-quan.mp4", "to-roi.pdf"], MediaNames.Split(edition.MediaNames));
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/watch?t=3&v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.facebook.com/abc/videos/123456/", "https://www.facebook.com/plugins/video.php?show_text=false&href=https%3A%2F%2Fwww.facebook.com%2Fabc%2Fvideos%2F123456%2F")]
    [InlineData("https://video.zalo.me/abc", null)]
    [InlineData("https://www.youtube.com/@kenh", null)]
    public void Videos_of_allowed_hosts_are_framed_where_the_host_offers_it(string link, string? frame) =>
        Assert.Equal(frame, VideoHost.Of(link, VideoHost.Usual)!.FrameOf(link));

    [Theory]
    [InlineData("http://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtube.com.example.vn/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://notyoutube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtube.com@example.vn/")]
    [InlineData("https://youtube.com:8443/watch?v=dQw4w9WgXcQ")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void Nobody_elses_video_is_linked(string link) => Assert.Null(VideoHost.Of(link, VideoHost.Usual));

    [Fact]
    public void Films_and_recordings_need_words_for_those_who_cannot_hear()
    {
        Assert.Single(new Video { File = "a.mp4" }.Problems(), words => words.Contains("phụ đề", StringComparison.Ordinal));
        Assert.Empty(new Video { File = "a.mp4", Captions = "a.vtt" }.Problems());
        Assert.Single(new Video { Link = "https://youtu.be/dQw4w9WgXcQ", Captions = "a.vtt" }.Problems(), words => words.Contains("bản lời thoại", StringComparison.Ordinal));
        Assert.Single(new Video { Transcript = "x" }.Problems());
        Assert.Single(new Video { File = "a.mp4", Link = "https://youtu.be/dQw4w9WgXcQ", Transcript = "x" }.Problems());
        Assert.Single(new Audio { File = "a.mp3" }.Problems());
        Assert.Empty(new Audio { File = "a.mp3", Transcript = "Lời" }.Problems());
    }

    private static MediaFile Picture() => new() { Name = "ben-pha.webp", Sha256 = new string('a', 64), ContentType = "image/webp", Width = 1000 };
}
