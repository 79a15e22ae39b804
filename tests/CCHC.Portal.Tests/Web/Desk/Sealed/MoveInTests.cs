using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Desk.Sealed;

/// <summary>A case that turns out to tell of wrong-doing is moved into the sealed store, and nothing of it stays behind.</summary>
public sealed class MoveInTests(PortalHost portal)
{
    private const string Marker = "Lời kể riêng chuyển vào kho kín";

    [Fact]
    public async Task It_is_kept_sealed_and_erased_from_every_table_while_the_senders_codes_still_work()
    {
        var receipt = await Received();
        var id = await portal.Inside((_, db) => db.Feedback.Where(one => one.ReferenceCode == receipt.ReferenceCode).Select(one => one.Id).SingleAsync());
        var address = $"/quan-tri/phan-anh/{receipt.ReferenceCode}";
        var intake = await portal.Browser().SignIn("daumoi");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await intake.Send(address + "/chuyen-kho-kin", ("Text", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send(address + "/chuyen-kho-kin", ("Text", "Nêu việc nhận tiền"))).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await intake.Get(address)).StatusCode);
        Assert.Empty(await portal.Inside((_, db) => LeftOf(db, id)));
        Assert.Equal(1, await portal.Inside((services, _) => services.GetRequiredService<SealedDb>().Cases.CountAsync(kept => kept.ReferenceCode == receipt.ReferenceCode)));
        var back = portal.Browser();
        var found = await back.Send("/phan-anh/tra-cuu", ("Code", receipt.ReferenceCode), ("Secret", receipt.Secret));
        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        Assert.DoesNotContain(Marker, (await (await back.Follow(found)).Read()).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canbo.kt")]
    [InlineData("truongphong.kt")]
    [InlineData("quantri")]
    public async Task Nobody_but_the_intake_officer_moves_a_case(string userName)
    {
        var receipt = await Received();
        var other = await portal.Browser().SignIn(userName);

        Assert.NotEqual(HttpStatusCode.OK, (await other.Get($"/quan-tri/phan-anh/{receipt.ReferenceCode}/chuyen-kho-kin")).StatusCode);
        Assert.True(await portal.Inside((_, db) => db.Feedback.AnyAsync(one => one.ReferenceCode == receipt.ReferenceCode)));
    }

    private Task<Receipt> Received() => portal.Inside((services, _) => services.GetRequiredService<Intake>().Receive(portal.Site, Given.Message(text: Marker), CancellationToken.None));

    private static async Task<List<string>> LeftOf(PortalDb db, Guid id)
    {
        var left = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Where(entity => entity.FindProperty("FeedbackId") is not null).Select(entity => entity.GetTableName()!))
        {
#pragma warning disable EF1002
            var rows = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"FeedbackId\" = {{0}}", id).SingleAsync();
#pragma warning restore EF1002
            left.AddRange(rows > 0 ? [table] : []);
        }
        return await db.Feedback.AnyAsync(one => one.Id == id) ? [.. left, "Feedback"] : left;
    }
}
