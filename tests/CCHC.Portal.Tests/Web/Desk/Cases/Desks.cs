using CCHC.Portal.Cases;
using CCHC.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Tests.Web.Desk.Cases;

/// <summary>Cases put straight into the portal for tests of the desk, and what became of them.</summary>
internal static class Desks
{
    extension(PortalHost portal)
    {
        public async Task<string> Case(string unit, Action<Feedback>? then = null, string message = "Đèn đường hỏng trước cổng trường.", string place = "", string email = "", FeedbackField field = FeedbackField.Environment, DateOnly? due = null)
        {
            var code = $"PA-{Letters()}-{Letters()}";
            await portal.Inside(async (services, db) =>
            {
                var submitter = new Submitter { Name = "Nguyễn Thị Mai", Phone = "0901234567", Email = email };
                var feedback = new Feedback
                {
                    ReferenceCode = code,
                    SecretHash = [1, 2, 3],
                    IdempotencyKey = Guid.CreateVersion7().ToString("n"),
                    Message = message,
                    Place = place,
                    WantsMail = email != "",
                    SubmitterBox = ((CCHC.Portal.Storage.Vault)services.GetService(typeof(CCHC.Portal.Storage.Vault))!).Lock(submitter, Feedback.IdentityPurpose),
                    ReceivedAt = DateTimeOffset.UtcNow.AddHours(-2),
                };
                feedback.SiteId = portal.Site.Id;
                feedback.Receive(FeedbackKind.Report, field, unit == "" ? null : portal.Site.UnitByCode(unit)!.Id, due ?? DateOnly.FromDateTime(DateTime.Today.AddDays(12)));
                feedback.StartClocks(Given.Terms(portal.Site));
                then?.Invoke(feedback);
                db.Feedback.Add(feedback);
                return await db.SaveChangesAsync();
            });
            return code;
        }

        public Task<Feedback> Kept(string code) => portal.Inside((_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.ReferenceCode == code));

        public Task<Guid> PersonCalled(string userName) => portal.Inside(async (_, db) => (await db.People.SingleAsync(person => person.UserName == userName)).Id);
    }

    private static string Letters() => System.Security.Cryptography.RandomNumberGenerator.GetString("34679ACDEFGHJKMNPRTWXY", 4);
}
