using System.Globalization;
using System.Net;
using System.Text;
using CCHC.Portal.Content;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Media;

public sealed class TusTests(PortalHost portal)
{
    private const string Tai = Library.Home + "/tai";

    [Fact]
    public async Task A_film_goes_on_where_the_line_broke_and_is_ready_for_readers_without_its_place()
    {
        var staff = await portal.Browser().SignIn("congtacvien");
        var film = await Clips.Film(1280, 720);
        var address = await Begin(staff, "Ra quân.mp4", film.Length);

        await Add(staff, address, film[..50_000], 0);
        Assert.Equal("50000", (await staff.Say(HttpMethod.Head, address)).Header("Upload-Offset"));
        Assert.Equal(HttpStatusCode.Conflict, (await Add(staff, address, film[40_000..60_000], 40_000)).StatusCode);
        var last = await Add(staff, address, film[50_000..], 50_000);

        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal(film.Length.ToString(CultureInfo.InvariantCulture), last.Header("Upload-Offset"));
        var shown = await staff.Get(Library.Upload + "/" + address.Split('/')[^1]);
        var file = await portal.IsShown(await portal.DoesItsChores(await portal.File(Guid.Parse(shown.Headers.Location!.ToString().Split('/')[^1]))));
        Assert.Equal(["poster.webp", "480.mp4", "720.mp4"], file.Copies);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(file.Address())).StatusCode);   // the master tells where it was filmed
        foreach (var copy in file.Copies)
        {
            var served = await (await portal.Browser().Get(file.Address(copy))).Content.ReadAsByteArrayAsync();
            Assert.DoesNotContain("+20.7270", Encoding.Latin1.GetString(served), StringComparison.Ordinal);
            Assert.DoesNotContain("BiMat", Encoding.Latin1.GetString(served), StringComparison.Ordinal);
        }
        Assert.Equal("moov", await FirstOf(file, "720.mp4"));
    }

    [Fact]
    public async Task A_small_film_is_never_made_larger()
    {
        var staff = await portal.Browser().SignIn("bientap");

        var file = await portal.DoesItsChores(await Brings(staff, "nho.mp4", await Clips.Film(320, 241 + 1)));

        Assert.Equal(["poster.webp", "480.mp4"], file.Copies);
        var facts = await Clips.Ffmpeg.Probe(portal.Services.GetRequiredService<FileStore>().PathFor(file.StoreKey("480.mp4"))!, ClipContainer.Mov, default);
        Assert.Equal((320, 242), (facts!.Width, facts.Height));
    }

    [Fact]
    public async Task A_quiet_recording_becomes_as_loud_as_others()
    {
        var staff = await portal.Browser().SignIn("bientap");

        var file = await portal.IsShown(await portal.DoesItsChores(await Brings(staff, "noi.mp3", await Clips.Talk())));

        Assert.Equal((MediaKind.Audio, 3), (file.Kind, file.Seconds));
        Assert.Equal(["sound.m4a", "sound.mp3"], file.Copies);
        Assert.Equal("audio/mpeg", (await portal.Browser().Get(file.Address("sound.mp3"))).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_film_under_another_ending_is_refused_with_words_when_it_has_arrived()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var webm = await Clips.Webm();
        var address = await Begin(staff, "sai.mp4", webm.Length);

        await Add(staff, address, webm, 0);

        Assert.Contains("bên trong là WebM/MKV nhưng mang đuôi .mp4", await (await staff.Get(Library.Upload + "/" + address.Split('/')[^1])).Text(), StringComparison.Ordinal);
        Assert.Null(portal.Services.GetRequiredService<Arrivals>().Length(Guid.Parse(address.Split('/')[^1])));
    }

    [Fact]
    public async Task Nobody_touches_what_another_one_sends()
    {
        var (mine, other) = (await portal.Browser().SignIn("congtacvien"), await portal.Browser().SignIn("bientap"));
        var address = await Begin(mine, "cua-toi.mp4", 100);

        Assert.Equal(HttpStatusCode.NotFound, (await other.Say(HttpMethod.Head, address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Add(other, address, new byte[10], 0)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Say(HttpMethod.Delete, address, null, ("Tus-Resumable", "1.0.0"))).StatusCode);
        Assert.NotEqual(HttpStatusCode.NoContent, (await Add(portal.Browser(), address, new byte[10], 0)).StatusCode);
        Assert.Equal("0", (await mine.Say(HttpMethod.Head, address)).Header("Upload-Offset"));
        Assert.Equal(HttpStatusCode.NoContent, (await mine.Say(HttpMethod.Delete, address, null, ("Tus-Resumable", "1.0.0"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.Say(HttpMethod.Head, address)).StatusCode);
    }

    [Theory]
    [InlineData(0L, "TTVHTT", HttpStatusCode.BadRequest)]
    [InlineData(600L * 1024 * 1024, "TTVHTT", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(100L, "VP", HttpStatusCode.BadRequest)]   // not the contributor's folder
    [InlineData(100L, "", HttpStatusCode.BadRequest)]
    public async Task What_may_not_come_is_refused_before_a_byte_of_it(long length, string folder, HttpStatusCode wanted)
    {
        var staff = await portal.Browser().SignIn("congtacvien");

        var answer = await staff.Say(HttpMethod.Post, Tai, null, ("Tus-Resumable", "1.0.0"), ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", Metadata("a.mp4", folder)));

        Assert.Equal(wanted, answer.StatusCode);
        Assert.NotEmpty(await answer.Text());
    }

    [Fact]
    public async Task More_than_was_announced_is_not_taken_nor_a_request_that_speaks_otherwise()
    {
        var staff = await portal.Browser().SignIn("bientap");
        var address = await Begin(staff, "a.mp4", 100);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Add(staff, address, new byte[101], 0)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await staff.Say(HttpMethod.Post, Tai, null, ("Upload-Length", "5"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await staff.Say(HttpMethod.Patch, address, new StringContent("x"), ("Tus-Resumable", "1.0.0"), ("Upload-Offset", "0"))).StatusCode);
        await staff.Say(HttpMethod.Delete, address, null, ("Tus-Resumable", "1.0.0"));
    }

    [Fact]
    public async Task Half_an_upload_is_swept_away_after_a_day()
    {
        await using var own = await Given.Portal();
        var site = await own.AddSite();
        var arrivals = own.Of<Arrivals>();
        var upload = MediaUpload.Begin(Guid.CreateVersion7(), "a.mp4", "chung", 100, own.Clock.GetUtcNow());
        arrivals.Begin(upload.Id);
        File.SetLastWriteTimeUtc(arrivals.PathOf(upload.Id), own.Clock.GetUtcNow().UtcDateTime);
        await own.Inside(site, (_, db) => db.AddAsync(upload).AsTask().ContinueWith(_ => db.SaveChanges()));

        await own.Run<SweepMediaJob>();
        Assert.NotNull(arrivals.Length(upload.Id));
        own.Clock.Advance(MediaUpload.Kept + TimeSpan.FromMinutes(1));
        await own.Run<SweepMediaJob>();

        Assert.Null(arrivals.Length(upload.Id));
        Assert.Empty(await own.Inside(site, (_, db) => db.MediaUploads.ToListAsync()));
    }

    private async Task<MediaFile> Brings(Browser staff, string name, byte[] content)
    {
        var address = await Begin(staff, name, content.Length);
        await Add(staff, address, content, 0);
        var shown = await staff.Get(Library.Upload + "/" + address.Split('/')[^1]);
        return await portal.File(Guid.Parse(shown.Headers.Location!.ToString().Split('/')[^1]));
    }

    private static async Task<string> Begin(Browser staff, string name, long length)
    {
        var answer = await staff.Say(HttpMethod.Post, Tai, null, ("Tus-Resumable", "1.0.0"), ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", Metadata(name, "TTVHTT")));
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Text());
        return answer.Headers.Location!.ToString();
    }

    private static Task<HttpResponseMessage> Add(Browser staff, string address, byte[] piece, long offset)
    {
        var content = new ByteArrayContent(piece);
        content.Headers.ContentType = new("application/offset+octet-stream");
        return staff.Say(HttpMethod.Patch, address, content, ("Tus-Resumable", "1.0.0"), ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Metadata(string name, string folder) =>
        $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))},folder {Convert.ToBase64String(Encoding.UTF8.GetBytes(folder))}";

    // Which of the two large boxes comes first: with the words in front a player can begin before the end has come.
    private async Task<string> FirstOf(MediaFile file, string copy)
    {
        var text = Encoding.Latin1.GetString(await (await portal.Browser().Get(file.Address(copy))).Content.ReadAsByteArrayAsync());
        return text.IndexOf("moov", StringComparison.Ordinal) < text.IndexOf("mdat", StringComparison.Ordinal) ? "moov" : "mdat";
    }
}
