using CCHC.Portal.Channels;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Tells a citizen who asked for it that something happened, and where to read it; never what. By mail, by text message, by Zalo.</summary>
public sealed class CaseMails(PortalDb db, Vault vault, TextSettings texts, TimeProvider clock)
{
    private const string Text = "feedback-text";

    public Task Received(SiteMap site, Feedback feedback, string to, CancellationToken stop) => Post("feedback-received", site, feedback, to, stop);

    public Task Answered(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-answered", site, feedback, SenderOf(feedback).Email, stop);

    public Task Asked(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-question", site, feedback, SenderOf(feedback).Email, stop);

    public Task Forwarded(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-forwarded", site, feedback, SenderOf(feedback).Email, stop);

    public Task Extended(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-extended", site, feedback, SenderOf(feedback).Email, stop);

    public Task Declined(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-declined", site, feedback, SenderOf(feedback).Email, stop);

    public Task HandedOver(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-handed-over", site, feedback, SenderOf(feedback).Email, stop);

    private Submitter SenderOf(Feedback feedback) =>
        feedback.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new();

    private async Task Post(string key, SiteMap site, Feedback feedback, string to, CancellationToken stop)
    {
        if (feedback.WantsMail && to != "" && await Template(key, feedback.Culture, stop) is { } template)
        {
            db.Post(template.Fill(to, Values(site, feedback)), clock.GetUtcNow(), feedback.Id);
        }
        if (feedback.TextBy is { } way && texts.Offers(way) && SenderOf(feedback).Phone is { Length: > 0 } phone && await Template(Text, feedback.Culture, stop) is { } words)
        {
            // Without marks: a gateway sends 160 plain letters as one message, but only 70 with marks.
            db.Post(new TextMessage(way, phone, VietnameseText.Unmarked(words.Fill(phone, Values(site, feedback)).Body.Trim())), clock.GetUtcNow(), feedback.Id);
        }
    }

    private async Task<MailTemplate?> Template(string key, string culture, CancellationToken stop)
    {
        var templates = await db.MailTemplates.AsNoTracking().Where(template => template.Key == key).ToListAsync(stop);
        return templates.Find(template => template.Culture == culture) ?? templates.Find(template => template.Culture == "vi");
    }

    private static Dictionary<string, string> Values(SiteMap site, Feedback feedback) => new()
    {
        ["code"] = feedback.ReferenceCode,
        ["site"] = site.Profile.BodyIn(feedback.Culture),
        ["name"] = site.Profile.NameIn(feedback.Culture),
        ["unit"] = site.UnitById(feedback.UnitId)?.NameIn(feedback.Culture) ?? "",
        ["due"] = feedback.DueAt is { } due ? VietnamTime.ShortDate(due) : "",
        ["link"] = site.Profile.BaseUrl + "/phan-anh/tra-cuu",
        ["phone"] = site.Profile.Phone,
    };
}
