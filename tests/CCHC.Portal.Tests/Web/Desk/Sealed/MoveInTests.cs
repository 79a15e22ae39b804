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

    [Fact]
    public async Task Neither_its_code_nor_who_sent_it_is_found_anywhere_in_the_database_afterwards()
    {
        const string mail = "rieng-tu-7@example.vn", phone = "0907654998", covered = "Chu van che 88", told = "Lời kể đơn nhất 51";
        var receipt = await portal.Inside((services, _) => services.GetRequiredService<Intake>().Receive(portal.Site, Given.Message(text: $"{told}. {covered}.", email: mail) with
        {
            Submitter = new Submitter { Name = "Người Gửi Riêng", Phone = phone, Email = mail },
            TextBy = CCHC.Portal.Channels.TextWay.Sms,
            About = [new(portal.Site.UnitByCode("KT")!.Id, AboutPost.Officer, "ông Trần Văn Mẫu Kín")],
        }, CancellationToken.None));
        var code = receipt.ReferenceCode;
        var other = await portal.Inside((services, _) => services.GetRequiredService<Intake>().Receive(portal.Site, Given.Message(), CancellationToken.None));
        var address = $"/quan-tri/phan-anh/{code}";
        var intake = await portal.Browser().SignIn("daumoi");
        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send(address + "/ghi-chu", ("Text", "Ghi chú kín riêng"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send(address + "/che", ("Words", covered), ("Text", "x"))).StatusCode);
        var id = await portal.Inside(async (_, db) =>
        {
            var one = await db.Feedback.Include(f => f.Events).Include(f => f.Bars).SingleAsync(f => f.ReferenceCode == code);
            var beside = await db.Feedback.Include(f => f.Events).SingleAsync(f => f.ReferenceCode == other.ReferenceCode);
            one.Correct("Lời đính chính riêng", DateTimeOffset.UtcNow);
            beside.Link(one.Id, DateTimeOffset.UtcNow);
            db.Add(new CCHC.Portal.Cases.Merging.CaseLink { FeedbackId = beside.Id, OtherId = one.Id, PersonId = one.Id, At = DateTimeOffset.UtcNow });
            db.Add(new CCHC.Portal.Content.TypedCopy { PersonId = one.Id, Place = "tra-loi/" + code, Fields = "{}" });
            var proof = new ClockProof { Day = new DateOnly(2001, 1, 1) };
            proof.Found(1, [new Drift(one.Id, code, null, "Answer", null, null)], DateTimeOffset.UtcNow);
            db.Add(proof);
            await db.SaveChangesAsync();
            return one.Id;
        });
        Assert.NotEmpty(await Holding(code));   // else the search below proves nothing

        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send(address + "/chuyen-kho-kin", ("Text", "Nêu việc nhận tiền"))).StatusCode);

        foreach (var word in new[] { code, mail, phone, told, "Lời đính chính riêng", "Mẫu Kín" })
        {
            Assert.Empty(await Holding(word));
        }
        Assert.Equal(0, await portal.Inside((_, db) => db.Set<CCHC.Portal.Channels.OutboxMessage>().CountAsync(message => message.FeedbackId == id)));
        var content = await Content(code);
        Assert.Contains(covered, content.Message, StringComparison.Ordinal);   // as it was written, not as it was covered
        Assert.Contains("Trần Văn Mẫu Kín", Assert.Single(content.About), StringComparison.Ordinal);
        Assert.Contains(content.Happened, line => line.Text == "Lời đính chính riêng");
        Assert.Contains(content.Happened, line => line.Text == "Ghi chú kín riêng" && line.Who is not null);
        Assert.Equal("Nêu việc nhận tiền", content.MovedBecause);
        Assert.DoesNotContain(phone, System.Text.Json.JsonSerializer.Serialize(content), StringComparison.Ordinal);
        var sender = await portal.Inside(async (services, _) =>
        {
            var kept = await services.GetRequiredService<SealedDb>().Cases.AsNoTracking().SingleAsync(one => one.ReferenceCode == code);
            return services.GetRequiredService<SealedVault>().For(kept).Unlock<SealedSender>(kept.IdentityBox, SealedCase.IdentityPurpose);
        });
        Assert.Equal((mail, phone), (sender.Email, sender.Phone));
    }

    [Fact]
    public async Task What_its_sender_adds_while_it_is_moved_is_moved_too()
    {
        var code = (await Received()).ReferenceCode;
        var stale = await portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).Include(f => f.Attachments).SingleAsync(f => f.ReferenceCode == code));
        // Kept sealed already, as it was; then the sender's words are acknowledged, before it was erased here.
        await portal.Inside((services, _) => services.GetRequiredService<SealedStore>().Keep(new SealedArrival(portal.Site.Id, stale.IdempotencyKey, code, new SealedContent { Message = stale.Message }) { SecretHash = stale.SecretHash }, CancellationToken.None));
        await portal.Inside(async (_, db) =>
        {
            (await db.Feedback.Include(f => f.Events).SingleAsync(f => f.ReferenceCode == code)).Add("Điều bổ sung giữa chừng", DateTimeOffset.UtcNow, portal.Site.Calendar);
            return await db.SaveChangesAsync();
        });

        Assert.False(await portal.Inside((services, _) => services.GetRequiredService<Erasing>().Erase(stale, CancellationToken.None)));
        Assert.True(await portal.Inside((_, db) => db.Feedback.AnyAsync(f => f.ReferenceCode == code)));
        var intake = await portal.Browser().SignIn("daumoi");
        Assert.Equal(HttpStatusCode.Redirect, (await intake.Send($"/quan-tri/phan-anh/{code}/chuyen-kho-kin", ("Text", "Nêu việc nhận tiền"))).StatusCode);

        Assert.Contains((await Content(code)).Happened, line => line.Text == "Điều bổ sung giữa chừng");
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

    private Task<SealedContent> Content(string code) => portal.Inside(async (services, _) =>
    {
        var kept = await services.GetRequiredService<SealedDb>().Cases.AsNoTracking().SingleAsync(one => one.ReferenceCode == code);
        return services.GetRequiredService<SealedVault>().For(kept).Unlock<SealedContent>(kept.Box, SealedCase.Purpose);
    });

    // Every table that holds the word, whatever the column.
    private Task<List<string>> Holding(string word) => portal.Inside(async (_, db) =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names are the model's own
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue).Any(value => (value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : value.ToString())!.Contains(word, StringComparison.Ordinal)))
                {
                    found.Add(table);
                    break;
                }
            }
        }
        return found;
    });

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
