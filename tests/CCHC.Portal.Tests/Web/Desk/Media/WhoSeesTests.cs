using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Media;

/// <summary>A file is everybody's while a page before readers uses it, and nobody's but staff's and invited readers' before and after.</summary>
public sealed class WhoSeesTests(PortalHost portal)
{
    [Fact]
    public async Task A_drafts_picture_is_for_staff_a_published_ones_for_all_and_a_withdrawn_pages_for_staff_again()
    {
        var (staff, reader) = (await portal.Browser().SignIn("congtacvien"), portal.Browser());
        var file = await portal.DoesItsChores(await staff.Brings(portal, Library.Photo()));
        foreach (var address in file.Addresses())
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(address)).StatusCode);
            var own = await staff.Get(address);
            Assert.Equal((HttpStatusCode.OK, "no-store, private"), (own.StatusCode, string.Join(", ", own.Header("Cache-Control").Split(", ").Order(StringComparer.Ordinal))));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.Browser().SignIn("canbo.vp")).Get(file.Address())).StatusCode);   // staff, but not of the editors

        var edition = await portal.Publishes(new Article { Text = "x", Cover = file.Name }, "Bài sẽ bị gỡ");
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(file.Address())).StatusCode);

        await portal.Inside(async (services, db) =>
        {
            var live = (await db.Editions.FindAsync(edition.Id))!;
            await services.GetRequiredService<Publishing>().Withdraw(live, Withdrawal.Gone("Thử gỡ"), null, default);
            return 0;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(file.Address())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await staff.Get(file.Address())).StatusCode);
    }

    [Fact]
    public async Task Whoever_opened_a_preview_sees_its_pictures_and_no_others_until_it_ends()
    {
        var (staff, guest) = (await portal.Browser().SignIn("bientap"), portal.Browser());
        var (named, other) = (await staff.Brings(portal, Library.Photo()), await staff.Brings(portal, Library.Photo()));
        var secret = PreviewLink.NewSecret();
        var link = new PreviewLink { EditionId = await Draft(named), SecretHash = PreviewLink.HashOf(secret), PersonId = Guid.CreateVersion7(), At = DateTimeOffset.UtcNow, Until = DateTimeOffset.UtcNow.AddDays(1) };
        await portal.Inside(async (_, db) => { db.PreviewLinks.Add(link); return await db.SaveChangesAsync(); });

        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(named.Address())).StatusCode);
        Assert.Contains(named.Mark, await (await guest.Get("/xem-truoc/" + secret)).Text(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get(named.Address())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(other.Address())).StatusCode);

        await portal.Inside(async (_, db) => { (await db.PreviewLinks.FindAsync(link.Id))!.Revoke(DateTimeOffset.UtcNow); return await db.SaveChangesAsync(); });
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(named.Address())).StatusCode);
    }

    private Task<Guid> Draft(MediaFile file) => portal.Inside(async (_, db) =>
    {
        var edition = Given.Edition(new Article { Text = "x", Cover = file.Name }, "Bản nháp được chia sẻ", "bai-" + Guid.CreateVersion7().ToString("n"));
        db.ContentItems.Add(edition.Item!);
        db.Editions.Add(edition);
        await db.SaveChangesAsync();
        return edition.Id;
    });
}
