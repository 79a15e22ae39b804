using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>What a citizen does with a case of their own, and what the portal then says and keeps.</summary>
public sealed class OwnCaseTests(PortalHost portal)
{
    private const string Track = "/phan-anh/theo-doi";
    private static readonly Guid Officer = Guid.CreateVersion7();
    private static readonly string[] Verbs = ["", "/bo-sung", "/dinh-chinh", "/rut", "/de-nghi-xem-lai", "/danh-gia", "/cong-khai", "/bao-tin"];

    [Fact]
    public async Task A_stranger_is_led_to_the_look_up_from_every_page_of_a_case()
    {
        foreach (var verb in Verbs)
        {
            var answer = await portal.Browser().Get(Track + verb);
            Assert.Equal((HttpStatusCode.Redirect, "/phan-anh/tra-cuu"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }
    }

    [Fact]
    public async Task Nothing_of_a_case_is_kept_on_the_way_or_found_by_search_engines()
    {
        var own = await portal.OpenedCase();

        foreach (var verb in new[] { "", "/bo-sung", "/rut", "/cong-khai" })
        {
            var answer = await own.Citizen.Get(Track + verb);
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("noindex", (await answer.Read()).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        }
    }

    [Fact]
    public async Task Information_is_added_with_a_file_and_a_file_of_the_wrong_kind_comes_back_with_the_words()
    {
        var own = await portal.OpenedCase();

        var refused = await own.Citizen.SendFiles(Track + "/bo-sung", "Files", [("anh.jpg", [0x4D, 0x5A, 0x90, 0, 3])], ("More", "Ảnh chụp sáng nay"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Ảnh chụp sáng nay", (await refused.Read()).QuerySelector("#More")!.TextContent, StringComparison.Ordinal);
        var page = await (await own.Citizen.Follow(await own.Citizen.SendFiles(Track + "/bo-sung", "Files", [("cot den.jpg", Pictures.WithPlaceAndOrientation(1))], ("More", "Ảnh chụp sáng nay")))).Read();

        Assert.Contains("Đã gửi phần bổ sung", page.QuerySelector(".notice-box.ok")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await own.Kept()).Attachments);
    }

    [Fact]
    public async Task An_answer_to_the_officers_question_lets_the_clock_run_on()
    {
        var own = await portal.OpenedCase(feedback => feedback.Ask("Cột đèn số mấy?", Officer, feedback.ReceivedAt.AddHours(3)));
        Assert.Contains("Cột đèn số mấy?", (await (await own.Citizen.Get(Track)).Read()).QuerySelector(".note-box")!.TextContent, StringComparison.Ordinal);

        await own.Citizen.Send(Track + "/bo-sung", ("More", "Cột số 12."));

        var kept = await own.Kept();
        Assert.Equal((FeedbackState.Assigned, (DateOnly?)null), (kept.State, kept.PausedOn));
    }

    [Fact]
    public async Task A_correction_stands_beside_the_first_words()
    {
        var own = await portal.OpenedCase();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Citizen.Send(Track + "/dinh-chinh", ("Corrected", "Đèn đường hỏng."))).StatusCode);

        var page = await (await own.Citizen.Follow(await own.Citizen.Send(Track + "/dinh-chinh", ("Corrected", "Hai đèn đường hỏng.")))).Read();

        var notes = page.QuerySelectorAll(".tl .note").Select(note => note.TextContent).ToList();
        Assert.Equal(["Đèn đường hỏng.", "Hai đèn đường hỏng."], notes);
    }

    [Fact]
    public async Task After_withdrawal_neither_an_open_page_nor_the_codes_show_anything_and_the_name_is_gone_if_wished()
    {
        var own = await portal.OpenedCase(sender: new Submitter { Name = "Nguyễn Thị Mẫu", Phone = "+84900000417" });
        var stolen = portal.Browser();
        await own.LooksUp(stolen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Citizen.Send(Track + "/rut", ("Reason", "Đã xong"))).StatusCode);

        var gone = await own.Citizen.Send(Track + "/rut", ("Reason", "Đã xong"), ("Erase", "true"), ("Sure", "true"));

        Assert.Equal("/phan-anh/da-rut", gone.Headers.Location!.ToString());
        foreach (var verb in Verbs)
        {
            Assert.Equal("/phan-anh/tra-cuu", (await stolen.Get(Track + verb)).Headers.Location!.ToString());
        }
        var unknown = await portal.Browser().Send("/phan-anh/tra-cuu", ("Code", "PA-3333-3333"), ("Secret", own.Secret));
        var again = await own.LooksUp();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal((await unknown.Read()).QuerySelector(".esum")!.TextContent, (await again.Read()).QuerySelector(".esum")!.TextContent);
        var kept = await own.Kept();
        Assert.Equal((FeedbackState.Withdrawn, null), (kept.State, kept.SubmitterBox));
        Assert.DoesNotContain(kept.Clocks, clock => clock.IsRunning);
    }

    [Fact]
    public async Task Whoever_is_not_content_asks_again_once_and_after_a_low_mark_the_level_above_looks()
    {
        var own = await portal.OpenedCase(feedback => feedback.Answer("Đã xem.", Officer, feedback.ReceivedAt.AddDays(1), Given.Terms().Calendar));
        await own.Citizen.Send(Track + "/danh-gia", ("Score", "1"), ("Reason", "Chưa ai đến"));

        await own.Citizen.Send(Track + "/de-nghi-xem-lai", ("Reason", "Đèn vẫn hỏng"));

        var kept = await own.Kept();
        Assert.Equal((FeedbackState.Assigned, portal.Site.UnitByCode("UBND")!.Id), (kept.State, kept.UnitId));
        Assert.Equal(portal.Site.Calendar.Due(kept.Clocks.Promise()!.StartedAt, 10), kept.DueAt);
        Assert.Equal(2, kept.Clocks.Count(clock => clock.Kind == ClockKind.Answer));
        Assert.Equal(Track, (await own.Citizen.Get(Track + "/de-nghi-xem-lai")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_mark_is_given_once_changed_for_some_days_and_then_stands()
    {
        var own = await portal.OpenedCase(feedback => feedback.Answer("Đã sửa.", Officer, feedback.ReceivedAt.AddDays(1), Given.Terms().Calendar));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Citizen.Send(Track + "/danh-gia", ("Score", "6"))).StatusCode);
        await own.Citizen.Send(Track + "/danh-gia", ("Score", "4"));
        await own.Citizen.Send(Track + "/danh-gia", ("Score", "5"));
        var rating = await portal.Inside((_, db) => db.SatisfactionRatings.AsNoTracking().SingleAsync(rating => rating.FeedbackId == own.Case.Id));

        Assert.Equal(5, rating.Score);
        Assert.True(rating.MayChange(await own.Kept(), 7, rating.RatedAt.AddDays(6)));
        Assert.False(rating.MayChange(await own.Kept(), 7, rating.RatedAt.AddDays(7)));
    }

    [Fact]
    public async Task Consent_is_given_and_taken_back_apart_from_everything_else()
    {
        var own = await portal.OpenedCase();

        await own.Citizen.Send(Track + "/cong-khai");
        Assert.True((await own.Kept()).MayPublish);
        await own.Citizen.Send(Track + "/cong-khai");

        var kept = await own.Kept();
        Assert.False(kept.MayPublish);
        Assert.Equal([CaseEventKind.ConsentGiven, CaseEventKind.ConsentRevoked], kept.Events.OrderBy(happened => happened.At).Select(happened => happened.Kind).Where(kind => kind is CaseEventKind.ConsentGiven or CaseEventKind.ConsentRevoked));
    }

    [Fact]
    public async Task The_way_of_notices_is_chosen_and_needs_a_number_or_an_address()
    {
        var own = await portal.OpenedCase();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Citizen.Send(Track + "/bao-tin", ("BySms", "true"))).StatusCode);

        await own.Citizen.Send(Track + "/bao-tin", ("BySms", "true"), ("Phone", "0900 000 417"));

        Assert.Equal(TextWay.Sms, (await own.Kept()).TextBy);
        Assert.DoesNotContain("417", await (await own.Citizen.Get(Track + "/bao-tin")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
