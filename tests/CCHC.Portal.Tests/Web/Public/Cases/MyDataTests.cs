using System.Net;
using System.Text.Json;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>Who proves both codes reads all that is kept about them, and has it corrected or erased by a day that is said.</summary>
public sealed class MyDataTests(PortalHost portal)
{
    private const string Page = "/phan-anh/theo-doi/du-lieu";
    private static readonly Submitter Mai = new() { Name = "Nguyễn Thị Mẫu", Address = "Thôn 2, Trân Châu", Phone = "+84900000417", Email = "mau@example.vn" };

    [Fact]
    public async Task The_page_and_the_file_say_the_same_and_strangers_get_neither()
    {
        var own = await portal.OpenedCase(sender: Mai, verb: feedback => feedback.Note("Chuyện trong phòng", Guid.CreateVersion7(), feedback.ReceivedAt));

        var page = (await (await own.Citizen.Get(Page)).Read()).QuerySelector("main")!.TextContent;
        var file = await (await own.Citizen.Get(Page + ".json")).Content.ReadAsStringAsync();
        using var read = JsonDocument.Parse(file);

        foreach (var words in new[] { Mai.Name, Mai.Address, Mai.Phone, Mai.Email, own.Case.Message, own.Code })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(words.Replace("+", "\\u002B", StringComparison.Ordinal), file, StringComparison.Ordinal);
        }
        Assert.Equal(Mai.Name, read.RootElement.GetProperty("nguoi_gui").GetProperty("ho_ten").GetString());
        Assert.DoesNotContain("Chuyện trong phòng", page + file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await portal.Browser().Get(Page + ".json")).StatusCode);
    }

    [Fact]
    public async Task Erasure_is_a_task_with_a_clock_and_when_done_the_name_is_gone_and_the_case_is_not()
    {
        var own = await portal.OpenedCase(sender: Mai);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Citizen.Send(Page, ("Words", "Xin xóa"))).StatusCode);
        await own.Citizen.Send(Page, ("Kind", "Erase"), ("Words", "Tôi không muốn lưu tên nữa"));
        var asked = await Only(own);
        Assert.Equal(VietnamTime.Day(asked.AskedAt).AddDays(20), asked.DueOn);
        Assert.Equal(portal.Site.Calendar.Due(asked.AskedAt, 2), asked.AcknowledgeBy);

        var desk = await portal.Browser().SignIn("daumoi");
        Assert.Contains(own.Code, (await (await desk.Get("/quan-tri/du-lieu-ca-nhan")).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Send($"/quan-tri/du-lieu-ca-nhan/{asked.Id:n}", ("Go", "done"), ("Text", ""))).StatusCode);
        await desk.Send($"/quan-tri/du-lieu-ca-nhan/{asked.Id:n}", ("Go", "done"), ("Text", "Đã xóa tên và cách liên hệ."));

        var kept = await own.Kept();
        Assert.Null(kept.SubmitterBox);
        Assert.Equal("Đèn đường hỏng.", kept.Message);
        Assert.Contains("Đã xóa tên và cách liên hệ.", (await (await own.Citizen.Get(Page)).Read()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await own.LooksUp()).StatusCode);   // both codes still open it
    }

    [Fact]
    public async Task A_correction_changes_what_was_named_and_keeps_the_rest()
    {
        var own = await portal.OpenedCase(sender: Mai);
        await own.Citizen.Send(Page, ("Kind", "Correct"), ("Words", "Tên tôi là Mầu"));
        var asked = await Only(own);
        var desk = await portal.Browser().SignIn("daumoi");

        await desk.Send($"/quan-tri/du-lieu-ca-nhan/{asked.Id:n}", ("Go", "done"), ("Name", "Nguyễn Thị Mầu"), ("Text", "Đã sửa tên."));

        var sender = portal.Services.GetRequiredService<Vault>().Unlock<Submitter>((await own.Kept()).SubmitterBox!, Feedback.IdentityPurpose);
        Assert.Equal(Mai with { Name = "Nguyễn Thị Mầu" }, sender);
    }

    [Fact]
    public async Task Handlers_of_units_have_no_door_to_requests()
    {
        var own = await portal.OpenedCase(sender: Mai);
        await own.Citizen.Send(Page, ("Kind", "Erase"), ("Words", "Xin xóa"));

        Assert.NotEqual(HttpStatusCode.OK, (await (await portal.Browser().SignIn("canbo.kt")).Get($"/quan-tri/du-lieu-ca-nhan/{(await Only(own)).Id:n}")).StatusCode);
    }

    private Task<DataRequest> Only(CitizensCase own) => portal.Inside((_, db) => db.DataRequests.AsNoTracking().SingleAsync(asked => asked.FeedbackId == own.Case.Id));
}
