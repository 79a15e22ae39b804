using CCHC.Portal.Content;
using CCHC.Portal.Jobs;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Media;

public sealed class WithoutFfmpegTests
{
    [Fact]
    public async Task A_film_is_kept_and_served_as_it_came_and_staff_are_told()
    {
        await using var portal = PortalHost.With(("Media:Ffmpeg", ""));
        var staff = await portal.Browser().SignIn("bientap");
        byte[] film = [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[500]];

        var file = await staff.Brings(portal, film, ".mp4");

        Assert.True(file is { Kind: MediaKind.Video, ServesMaster: true, Made: "", ContentType: "video/mp4" });
        Assert.Equal(film, await (await staff.Get(file.Address())).Content.ReadAsByteArrayAsync());
        Assert.Contains("chưa có ffmpeg", await (await staff.Get($"{Library.Home}/{file.Id}")).Text(), StringComparison.Ordinal);
        Assert.Contains("chưa có ffmpeg", await (await staff.Get(Library.Upload)).Text(), StringComparison.Ordinal);
        var subject = file.Id.ToString("n");
        Assert.False(await portal.Inside((_, db) => db.Chores.AnyAsync(chore => chore.Subject == subject)));
    }
}
