using CCHC.Portal.Channels;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Cases;

/// <summary>Tells a citizen who asked for it that something happened, and where to read it; never what.</summary>
public sealed class CaseMails(PortalDb db, Vault vault, TimeProvider clock)
{
    public Task Received(SiteMap site, Feedback feedback, string to, CancellationToken stop) => Post("feedback-received", site, feedback, to, stop);

    public Task Answered(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-answered", site, feedback, AddressOf(feedback), stop);

    public Task Asked(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-question", site, feedback, AddressOf(feedback), stop);

    public Task Forwarded(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-forwarded", site, feedback, AddressOf(feedback), stop);

    public Task Extended(SiteMap site, Feedback feedback, CancellationToken stop) => Post("feedback-extended", site, feedback, AddressOf(feedback), stop);

    private string AddressOf(Feedback feedback) =>
        feedback.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose).Email : "";

    private async Task Post(string key, SiteMap site, Feedback feedback, string to, CancellationToken stop)
    {
        if (!feedback.WantsMail || to == "")
        {
            return;
        }
        var templates = await db.MailTemplates.AsNoTracking().Where(template => template.Key == key).ToListAsync(stop);
        if ((templates.Find(template => template.Culture == feedback.Culture) ?? templates.Find(template => template.Culture == "vi")) is not { } template)
        {
            return;
        }
        db.Post(template.Fill(to, new Dictionary<string, string>
        {
            ["code"] = feedback.ReferenceCode,
            ["site"] = site.Profile.BodyIn(feedback.Culture),
            ["unit"] = site.UnitById(feedback.UnitId)?.NameIn(feedback.Culture) ?? "",
            ["due"] = feedback.DueAt is { } due ? VietnamTime.ShortDate(due) : "",
            ["link"] = site.Profile.BaseUrl + "/phan-anh/tra-cuu",
            ["phone"] = site.Profile.Phone,
        }), clock.GetUtcNow());
    }
}
