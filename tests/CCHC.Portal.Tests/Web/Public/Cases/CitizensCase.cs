using System.Net;
using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Web.Public.Cases;

/// <summary>A case that its sender has opened with both codes.</summary>
public sealed record CitizensCase(PortalHost Portal, Feedback Case, string Secret, Browser Citizen)
{
    public string Code => Case.ReferenceCode;

    public Task<Feedback> Kept() => Portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(feedback => feedback.Events).Include(feedback => feedback.Attachments).SingleAsync(feedback => feedback.Id == Case.Id));

    public Task<HttpResponseMessage> LooksUp(Browser? browser = null) => (browser ?? Portal.Browser()).Send("/phan-anh/tra-cuu", ("Code", Code), ("Secret", Secret));
}

public static class CitizensCases
{
    /// <summary>Received so many days ago, in the morning; then something happened to it; then its sender opens it.</summary>
    public static async Task<CitizensCase> OpenedCase(this PortalHost portal, Action<Feedback>? verb = null, int daysAgo = 3, Submitter? sender = null, string unit = "KT", string words = "Đèn đường hỏng.", FeedbackKind kind = FeedbackKind.Report)
    {
        var codes = portal.Services.GetRequiredService<CaseCodes>();
        var key = Guid.CreateVersion7().ToString("n");
        var received = VietnamTime.At(VietnamTime.Day(TimeProvider.System.GetUtcNow()).AddDays(-daysAgo), new TimeOnly(9, 0));
        var feedback = new Feedback
        {
            ReferenceCode = codes.NewReference(),
            SecretHash = codes.HashOf(codes.SecretFor(key)),
            IdempotencyKey = key,
            Message = words,
            ReceivedAt = received,
            SubmitterBox = sender is null ? null : portal.Services.GetRequiredService<Vault>().Lock(sender, Feedback.IdentityPurpose),
        };
        var deadlines = portal.Services.GetRequiredService<Deadlines>();
        feedback.Receive(kind, FeedbackField.Construction, portal.Site.UnitByCode(unit)!.Id, deadlines.For(portal.Site, kind, received));
        feedback.StartClocks(deadlines.TermsOf(portal.Site));
        verb?.Invoke(feedback);
        await portal.Inside((_, db) =>
        {
            db.Add(feedback);
            return db.SaveChangesAsync();
        });
        var own = new CitizensCase(portal, feedback, codes.SecretFor(key), portal.Browser());
        Assert.Equal(HttpStatusCode.Redirect, (await own.LooksUp(own.Citizen)).StatusCode);
        return own;
    }
}
