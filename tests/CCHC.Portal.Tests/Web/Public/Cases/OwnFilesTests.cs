using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Web.Pages.Public.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>Who sent files has them back with both codes; nobody else does, and after withdrawal nobody at all.</summary>
public sealed class OwnFilesTests(PortalHost portal)
{
    private const string Track = "/phan-anh/theo-doi";

    [Fact]
    public async Task The_sender_has_a_file_back_and_another_sender_or_a_stranger_has_not()
    {
        var own = await WithFile();
        var other = await portal.OpenedCase();
        var page = await (await own.Citizen.Get(Track)).Read();
        var address = page.QuerySelector($"a[href^='{Track}/tep/']")!.GetAttribute("href")!;

        var file = await own.Citizen.Get(address);

        Assert.Equal((HttpStatusCode.OK, "attachment"), (file.StatusCode, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Contains("no-store", file.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("RIFF", System.Text.Encoding.ASCII.GetString((await file.Content.ReadAsByteArrayAsync())[..4]));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Citizen.Get(address)).StatusCode);
        Assert.Equal("/phan-anh/tra-cuu", (await portal.Browser().Get(address)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_stolen_link_opens_nothing_after_withdrawal_whatever_address_it_is()
    {
        var own = await WithFile();
        var file = (await (await own.Citizen.Get(Track)).Read()).QuerySelector($"a[href^='{Track}/tep/']")!.GetAttribute("href")!;
        var thief = portal.Browser().WithCookie("portal.track", own.Citizen.Cookie("portal.track")).WithCookie("portal.receipt", ReceiptCookie(own));
        string[] addresses = [file, Track, Track + "/bo-sung", Track + "/dinh-chinh", Track + "/rut", Track + "/de-nghi-xem-lai", Track + "/danh-gia", Track + "/cong-khai", Track + "/bao-tin", Track + "/du-lieu", Track + "/du-lieu/tai-ve", "/phan-anh/bien-nhan", "/phan-anh/bien-nhan/tai-ve", "/phan-anh/bien-nhan/da-luu"];
        foreach (var address in new[] { file, Track, "/phan-anh/bien-nhan", "/phan-anh/bien-nhan/tai-ve" })
        {
            Assert.Equal(HttpStatusCode.OK, (await thief.Get(address)).StatusCode);   // while it stands, the cookies do open it
        }

        await own.Citizen.Send(Track + "/rut", ("Reason", ""), ("Sure", "true"));

        var stranger = portal.Browser();
        foreach (var address in addresses)
        {
            var (stolen, unknown) = (await thief.Get(address), await stranger.Get(address));
            Assert.Equal((address, unknown.StatusCode, unknown.Headers.Location?.ToString()), (address, stolen.StatusCode, stolen.Headers.Location?.ToString()));
            Assert.NotEqual(HttpStatusCode.OK, stolen.StatusCode);
        }
        var posted = await thief.Post("/phan-anh/bien-nhan/da-luu");
        Assert.NotEqual("/phan-anh/theo-doi", posted.Headers.Location?.ToString());
    }

    private async Task<CitizensCase> WithFile()
    {
        var own = await portal.OpenedCase();
        await own.Citizen.SendFiles(Track + "/bo-sung", "Files", [("cot den.jpg", Pictures.WithPlaceAndOrientation(1))], ("More", "Ảnh chụp sáng nay"));
        return own;
    }

    private string ReceiptCookie(CitizensCase own)
    {
        var context = new DefaultHttpContext { RequestServices = portal.Services };
        context.Items[typeof(SiteMap)] = portal.Site;
        portal.Services.GetRequiredService<Receipts>().Give(context.Response, new Receipt(own.Code, own.Secret, own.Case.ReceivedAt, own.Case.DueAt, own.Case.UnitId, IsSealed: false));
        return context.Response.Headers.SetCookie.ToString().Split(';')[0]["portal.receipt=".Length..];
    }
}
