using System.Net;
using CCHC.Portal.Content;
using CCHC.Portal.Operations;
using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.People;

public sealed class RolesTests(PortalHost portal)
{
    [Fact]
    public async Task A_role_for_one_language_opens_texts_in_that_language_only_and_is_taken_back()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        var person = await portal.Inside((_, db) => db.People.Where(p => p.UserName == "giamsat").Select(p => p.Id).SingleAsync());
        var page = $"/quan-tri/nguoi-dung/{person}/vai-tro";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send(page, ("UnitCode", "VP"), ("Role", "Editor"), ("Culture", "en"), ("Password", "sai"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(page, ("UnitCode", "VP"), ("Role", "Editor"), ("Culture", "en"), ("Password", DemoPeople.Password))).StatusCode);

        var translator = await portal.Browser().SignIn("giamsat");
        var (vi, en) = await portal.Inside(async (_, db) => (
            await db.Editions.Where(e => e.Culture == "vi" && e.State == EditionState.Published).Select(e => e.Id).FirstAsync(),
            await db.Editions.Where(e => e.Culture == "en" && e.State == EditionState.Published).Select(e => e.Id).FirstAsync()));
        Assert.Equal(HttpStatusCode.OK, (await translator.Get($"/quan-tri/noi-dung/{en}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await translator.Get($"/quan-tri/noi-dung/{vi}")).StatusCode);

        var held = await portal.Inside((_, db) => db.Memberships.SingleAsync(m => m.PersonId == person && m.Role == Role.Editor));
        Assert.Equal("en", held.Cultures);
        await administrator.Send(page, ("Remove", held.Id.ToString()), ("Password", DemoPeople.Password));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await portal.Browser().SignIn("giamsat")).Get($"/quan-tri/noi-dung/{en}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_changes_their_own_roles_and_nobody_is_left_without_one()
    {
        var administrator = await portal.Browser().SignIn("quantri");
        var (me, observer) = await portal.Inside(async (_, db) => (
            await db.People.Where(p => p.UserName == "quantri").Select(p => p.Id).SingleAsync(),
            await db.Memberships.Where(m => m.Role == Role.Auditor).SingleAsync()));

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Get($"/quan-tri/nguoi-dung/{me}/vai-tro")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send($"/quan-tri/nguoi-dung/{observer.PersonId}/vai-tro", ("Remove", observer.Id.ToString()), ("Password", DemoPeople.Password))).StatusCode);
    }
}
