using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Tests.Storage;
using CCHC.Portal.Tests.Web.Public.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Pictures of a case: a face covered is covered for everybody, an answer may bring one along, and the public sees what two officers let out.</summary>
public sealed class PicturesTests(PortalHost portal)
{
    private static readonly (string Name, string Value)[] Whole =
        [("Checked", "Tổ đã đến xem tại chỗ."), ("Conclusion", "Bóng đèn bị cháy."), ("NextStep", "Đã thay bóng mới."), ("By", "2026-11-27"), ("Contact", "Văn phòng, đọc mã theo dõi khi gọi.")];

    [Fact]
    public async Task A_covered_face_is_seen_by_nobody_but_who_may_open_the_original_and_each_look_is_kept()
    {
        var own = await portal.OpenedCase(unit: "KT");
        var picture = await Sent(own.Case);
        var (officer, head) = (await portal.Browser().SignIn("canbo.kt"), await portal.Browser().SignIn("truongphong.kt"));
        var file = $"/quan-tri/phan-anh/{own.Code}/tep/{picture}";
        Assert.True(Red(await Bytes(officer, file)) > 180);

        var refused = await officer.Send($"/quan-tri/phan-anh/{own.Code}/che", (Side(picture, 'x'), "900"), (Side(picture, 'y'), "0"), (Side(picture, 'w'), "200"), (Side(picture, 'h'), "100"), ("Text", "Có mặt người"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("900", (await refused.Read()).QuerySelector($"[name='{Side(picture, 'x')}']")!.GetAttribute("value"));
        var covered = await officer.Send($"/quan-tri/phan-anh/{own.Code}/che", (Side(picture, 'x'), "0"), (Side(picture, 'y'), "0"), (Side(picture, 'w'), "100"), (Side(picture, 'h'), "150"), ("Text", "Có mặt người"));
        Assert.Equal(HttpStatusCode.Redirect, covered.StatusCode);

        Assert.True(Red(await Bytes(officer, file)) < 90, "The corner is painted over.");
        Assert.True(Red(await Bytes(own.Citizen, $"/phan-anh/theo-doi/tep/{picture}")) > 180, "Who sent it gets it back as it was.");
        var kept = await portal.Inside((_, db) => db.CoveredPictures.AsNoTracking().SingleAsync(one => one.AttachmentId == picture));
        var token = (await (await officer.Get("/quan-tri/phan-anh/" + own.Code)).Read()).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.NotEqual(HttpStatusCode.OK, (await officer.Post($"/quan-tri/phan-anh/{own.Code}/ban-goc", ("__RequestVerificationToken", token), ("Anh", kept.Id.ToString()))).StatusCode);
        var headToken = (await (await head.Get("/quan-tri/phan-anh/" + own.Code)).Read()).QuerySelector("form[action$='/ban-goc'] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var original = await head.Post($"/quan-tri/phan-anh/{own.Code}/ban-goc", ("__RequestVerificationToken", headToken), ("Anh", kept.Id.ToString()));
        Assert.True(Red(await original.Content.ReadAsByteArrayAsync()) > 180);
        Assert.Single((await portal.Kept(own.Code)).Events, happened => happened.Kind == CaseEventKind.OriginalSeen);
    }

    [Fact]
    public async Task A_picture_goes_with_the_answer_once_it_is_approved_and_before_the_public_only_when_chosen()
    {
        var own = await portal.OpenedCase(feedback => feedback.Consent(true, feedback.ReceivedAt), unit: "KT");
        await Sent(own.Case);
        var officer = await portal.Browser().SignIn("canbo.kt");
        var path = $"/quan-tri/phan-anh/{own.Code}/tra-loi";
        var preview = await (await officer.Send(path, Whole)).Read();

        var wrong = await officer.SendFiles(path, preview, "Files", [("bong.exe", [0x4D, 0x5A, 0, 0])], ("Do", "send"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Bóng đèn bị cháy", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.SendFiles(path, preview, "Files", [("Bóng mới.jpg", Pictures.WithPlaceAndOrientation(1))], ("Do", "send"))).StatusCode);

        var file = (await own.Kept()).Attachments.Single(one => one.Side == AttachmentSide.AnswerWaiting);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Citizen.Get($"/phan-anh/theo-doi/tep/{file.Id}")).StatusCode);
        var head = await portal.Browser().SignIn("truongphong.kt");
        await head.Send($"/quan-tri/phan-anh/{own.Code}/duyet-tra-loi", ("Do", "approve"));
        var track = await (await own.Citizen.Get("/phan-anh/theo-doi")).Read();
        Assert.Single(track.QuerySelectorAll("a[download]"), link => link.TextContent == "Bóng mới.webp");
        Assert.True(Red(await Bytes(own.Citizen, $"/phan-anh/theo-doi/tep/{file.Id}")) > 180);

        var propose = $"/quan-tri/phan-anh/{own.Code}/de-nghi-cong-khai";
        var page = await (await officer.Get(propose)).Read();
        Assert.Single(page.QuerySelectorAll("input[name=Picture]"));   // the sender's picture has nothing covered and is not offered
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.Send(propose, ("Heading", "Đèn đường hỏng"), ("Picture", file.Id.ToString()), ("Go", "send"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.Send(propose, ("Heading", "Đèn đường hỏng"), ("Picture", file.Id.ToString()), ($"Alt.{file.Id:n}", "Bóng đèn mới đã thắp"), ("Go", "send"))).StatusCode);
        var answer = await portal.Inside((_, db) => db.PublicAnswers.AsNoTracking().SingleAsync(one => one.FeedbackId == own.Case.Id));
        var chosen = await portal.Inside((_, db) => db.PublicPictures.AsNoTracking().SingleAsync(one => one.FeedbackId == own.Case.Id));
        var address = $"{answer.Address}/anh/{chosen.Id:n}";
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.Get($"/quan-tri/cong-khai/{answer.Id:n}/anh/{chosen.Id:n}")).StatusCode);

        await head.Send($"/quan-tri/cong-khai/{answer.Id:n}", ("Go", "yes"));

        Assert.Equal("Bóng đèn mới đã thắp", (await (await portal.Browser().Get(answer.Address)).Read()).QuerySelector("figure img")!.GetAttribute("alt"));
        Assert.True(Red(await Bytes(portal.Browser(), address)) > 180);
        await head.Send($"/quan-tri/cong-khai/{answer.Id:n}", ("Go", "away"), ("Text", "Gỡ thử"));
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Browser().Get(address)).StatusCode);
    }

    private static string Side(Guid picture, char side) => $"B.{picture:n}.0.{side}";

    private static async Task<byte[]> Bytes(Browser browser, string path)
    {
        var answer = await browser.Get(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static double Red(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        return image.Getpoint(8, 8)[0];
    }

    private Task<Guid> Sent(Feedback feedback) => portal.Inside(async (services, db) =>
    {
        var (drafts, bytes) = (services.GetRequiredService<DraftFiles>(), Pictures.WithPlaceAndOrientation(1));
        var file = Attachment.Of(feedback, await drafts.Keep(await drafts.Check(new MemoryStream(bytes), "cột đèn.jpg", bytes.Length, CancellationToken.None), CancellationToken.None));
        db.Attachments.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    });
}
