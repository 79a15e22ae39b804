using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Web.Desk.Cases;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Keeping;

/// <summary>The way of a purge over the desk: a term is set, a list is looked at, one proposes, another decides.</summary>
public sealed class RetentionPagesTests : IAsyncLifetime
{
    private const string Room = "/quan-tri/luu-giu";
    private readonly PortalHost portal = PortalHost.With();

    public async ValueTask InitializeAsync() => await portal.InitializeAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Looking_purges_nothing_one_proposes_another_decides_and_what_is_held_stays()
    {
        var (old, held, young) = (await Old(), await Old(), await portal.Case("KT", feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), DateTimeOffset.UtcNow)));
        var (intake, administrator) = (await portal.Browser().SignIn("daumoi"), await portal.Browser().SignIn("quantri"));
        await administrator.Send(Room + "/thoi-han", ("Rows[0].Kind", "Report"), ("Rows[0].Months", "24"));
        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send($"/quan-tri/phan-anh/{held}/giu-lai", ("Text", "Đang thanh tra"))).StatusCode);

        var list = await (await intake.Get(Room)).Text();
        Assert.Contains(old, list, StringComparison.Ordinal);
        Assert.DoesNotContain(young, list, StringComparison.Ordinal);
        Assert.Contains("Chưa có căn cứ, đơn vị tự đặt", list, StringComparison.Ordinal);
        Assert.Null((await portal.Kept(old)).PurgedAt);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await intake.Send(Room, ("Reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send(Room, ("Reason", "Hết hạn"))).StatusCode);

        var id = (await portal.Inside((_, db) => db.CasePurges.SingleAsync())).Id;
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.Get($"{Room}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Send($"{Room}/{id}", ("Go", "purge"))).StatusCode);
        Assert.Null((await portal.Kept(old)).PurgedAt);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send($"{Room}/{id}", ("Go", "purge"), ("Sure", "true"))).StatusCode);

        var kept = await portal.Kept(old);
        Assert.NotNull(kept.PurgedAt);
        Assert.Equal((CaseEventKind.Purged, ""), (Assert.Single(kept.Events).Kind, kept.Message));
        Assert.Null((await portal.Kept(held)).PurgedAt);
        Assert.Null((await portal.Kept(young)).PurgedAt);
        Assert.Contains("Đã xóa 1 vụ", await (await intake.Get(Room)).Text(), StringComparison.Ordinal);
        Assert.Contains("đã xóa theo thời hạn lưu", await (await intake.Get("/quan-tri/phan-anh/" + old)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_months_come_back_with_what_was_typed()
    {
        var administrator = await portal.Browser().SignIn("quantri");

        var answer = await administrator.Send(Room + "/thoi-han", ("Rows[0].Months", "2"), ("Rows[1].Months", "24"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("2", (await answer.Read()).QuerySelector("[name='Rows[0].Months']")!.GetAttribute("value"));
        Assert.Equal(0, await portal.Inside((_, db) => db.RetentionRules.CountAsync()));
    }

    private async Task<string> Old()
    {
        var code = await portal.Case("KT", feedback => feedback.Answer("Xong.", Guid.CreateVersion7(), DateTimeOffset.UtcNow));
        await portal.Inside(async (_, db) =>
        {
            var past = DateTimeOffset.UtcNow.AddYears(-5);
            return await db.Feedback.Where(one => one.ReferenceCode == code).ExecuteUpdateAsync(set => set.SetProperty(one => one.ChangedAt, past));
        });
        return code;
    }
}
