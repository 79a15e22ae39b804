using System.Net;
using CCHC.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Words that are covered are gone for every later reader; the original is kept for few, and each look is written down.</summary>
public sealed class RedactTests(PortalHost portal)
{
    [Fact]
    public async Task Covered_words_stand_nowhere_any_more_but_in_the_original()
    {
        var name = "Trần Văn " + Guid.CreateVersion7().ToString("n")[^8..];
        var code = await portal.Case("KT", message: $"Ông {name} ở bên cạnh, số 0912 345 678, xả nước ra đường. {name} còn nói to.");
        var officer = await portal.Browser().SignIn("canbo.kt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send($"/quan-tri/phan-anh/{code}/che", ("Words", "không có chữ này"), ("Text", "Bảo vệ người khác"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send($"/quan-tri/phan-anh/{code}/che", ("Words", name), ("Chosen", "0912 345 678"), ("Text", "Bảo vệ người khác"))).StatusCode);

        foreach (var address in new[] { $"/quan-tri/phan-anh/{code}", $"/quan-tri/phan-anh/{code}/hoi-them", $"/quan-tri/phan-anh?q={code}" })
        {
            var text = await (await officer.Get(address)).Content.ReadAsStringAsync();
            Assert.DoesNotContain(name, text, StringComparison.Ordinal);
            Assert.DoesNotContain("0912 345 678", text, StringComparison.Ordinal);
        }
        var history = await (await officer.Send($"/quan-tri/phan-anh/{code}/tai-lich-su", ("Password", CCHC.Portal.Operations.DemoPeople.Password))).Content.ReadAsStringAsync();
        Assert.True(history.Contains(code, StringComparison.Ordinal) && !history.Contains(name, StringComparison.Ordinal) && !history.Contains("0912 345 678", StringComparison.Ordinal));
        Assert.DoesNotContain(name, (await portal.Kept(code)).Message, StringComparison.Ordinal);
        var boxes = await portal.Inside((_, db) => db.Set<CCHC.Portal.Cases.Redacting.RedactedOriginal>().AsNoTracking().Select(original => original.Box).ToListAsync());
        Assert.All(boxes, box => Assert.DoesNotContain(name, System.Text.Encoding.UTF8.GetString(box), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_original_is_for_the_head_not_for_the_handling_officer_and_each_look_is_kept()
    {
        var code = await portal.Case("KT", message: "Gọi cho tôi số 0987 654 321 nhé.");
        var (officer, head) = (await portal.Browser().SignIn("canbo.kt"), await portal.Browser().SignIn("truongphong.kt"));
        await officer.Send($"/quan-tri/phan-anh/{code}/che", ("Words", "0987 654 321"), ("Text", "Số riêng"));

        var page = await (await officer.Get("/quan-tri/phan-anh/" + code)).Read();
        Assert.Null(page.QuerySelector("form[action$='/ban-goc']"));
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Post($"/quan-tri/phan-anh/{code}/ban-goc", ("__RequestVerificationToken", token))).StatusCode);

        var headPage = await (await head.Get("/quan-tri/phan-anh/" + code)).Read();
        var shown = await head.Post($"/quan-tri/phan-anh/{code}/ban-goc", ("__RequestVerificationToken", headPage.QuerySelector("form[action$='/ban-goc'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!));

        Assert.Contains("0987 654 321", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var seen = Assert.Single((await portal.Kept(code)).Events, happened => happened.Kind == CaseEventKind.OriginalSeen);
        Assert.Equal((false, await portal.PersonCalled("truongphong.kt")), (seen.IsPublic, seen.PersonId!.Value));
    }
}
