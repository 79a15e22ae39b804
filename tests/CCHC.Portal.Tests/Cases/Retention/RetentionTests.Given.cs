using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.Cases.History;
using CCHC.Portal.Cases.Merging;
using CCHC.Portal.Cases.Redacting;
using CCHC.Portal.Cases.Retention;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases.Retention;

/// <summary>Cases with everything that can hang on them, and what is left afterwards.</summary>
public sealed partial class RetentionTests
{
    private Task<Feedback> Kept(Guid id) => portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().Include(one => one.Events).SingleAsync(one => one.Id == id));

    private async Task<CaseHistory> History(Guid id) => CaseHistory.Of(await Kept(id), site, new Dictionary<Guid, string>(), portal.Of<Vault>(), Now);

    private async Task<string> Figures()
    {
        var table = await portal.Inside(site, (scope, db) => scope.GetRequiredService<Figures>().Of(site, db.Feedback, FigurePeriod.QuarterOf(VietnamTime.Day(Given.Morning)), CancellationToken.None));
        return System.Text.Json.JsonSerializer.Serialize(table.Lines.Append(table.Total));
    }

    private Task Change(Guid id, Action<Feedback> verb) => portal.Inside(site, async (_, db) =>
    {
        verb(await db.Feedback.SingleAsync(one => one.Id == id));
        await db.SaveChangesAsync();
    });

    private Task<Guid> Add(Action<Feedback>? then = null, FeedbackKind kind = FeedbackKind.Report) => portal.Inside(site, async (scope, db) =>
    {
        var id = Guid.CreateVersion7();
        var feedback = new Feedback
        {
            Id = id,
            SiteId = site.Id,
            ReferenceCode = "PA-" + id.ToString("n")[^8..],
            SecretHash = [1, 2, 3],
            IdempotencyKey = id.ToString("n"),
            Message = Marker + " đèn hỏng.",
            Place = Marker,
            MayPublish = true,
            WantsMail = true,
            Given = $$"""[{"Code":"so","Label":"Số","Text":"{{Marker}}"}]""",
            GivenBox = System.Text.Encoding.UTF8.GetBytes(Marker),
            HappenedOn = new DateOnly(2026, 11, 1),
            SubmitterBox = portal.Of<Vault>().Lock(new Submitter { Name = Marker, Email = "mai@example.org" }, Feedback.IdentityPurpose),
            ReceivedAt = Given.Morning,
        };
        feedback.Receive(kind, FeedbackField.Land, site.UnitByCode("KT")!.Id, scope.GetRequiredService<Deadlines>().For(site, kind, Given.Morning));
        feedback.StartClocks(Given.Terms(site));
        then?.Invoke(feedback);
        db.Add(feedback);
        await db.SaveChangesAsync();
        return id;
    });

    // A row with the marker in every table that can hang on a case.
    private Task FillEverythingAround(Guid id) => portal.Inside(site, async (scope, db) =>
    {
        var feedback = await db.Feedback.Include(one => one.Attachments).Include(one => one.Supporting).Include(one => one.Abouts).SingleAsync(one => one.Id == id);
        var stored = await portal.Of<FileStore>().Put(new MemoryStream([1, 2, 3]), ".bin", CancellationToken.None);
        feedback.Attachments.Add(new Attachment { SiteId = site.Id, FeedbackId = id, Name = Marker + ".jpg", StoreKey = stored.Key, ContentType = "image/jpeg", Size = 3 });
        var helper = new SupportingUnit { SiteId = site.Id, FeedbackId = id, UnitId = site.UnitByCode("VP")!.Id, Question = Marker };
        helper.Contribute(Marker, Clerk, Given.Morning);
        var rating = SatisfactionRating.Of(feedback);
        rating.Give(feedback, 4, Marker, 7, Given.Morning.AddDays(4));
        var asked = DataRequest.Ask(feedback, DataRequestKind.Correct, Marker, Given.Morning, site.Calendar, new CasesSettings());
        asked.Decide(true, Marker, Clerk, Given.Morning);
        db.AddRange(helper, rating, asked, PublicAnswer.Propose(feedback, Marker, Marker, Marker, Clerk, Given.Morning),
            new CaseAbout { SiteId = site.Id, FeedbackId = id, Name = Marker, Post = AboutPost.Officer }, new CaseLink { SiteId = site.Id, FeedbackId = id, OtherId = Guid.CreateVersion7(), At = Given.Morning },
            new ReopenRequest { SiteId = site.Id, FeedbackId = id, Reason = Marker, At = Given.Morning }, new RedactedOriginal { SiteId = site.Id, FeedbackId = id, Box = System.Text.Encoding.UTF8.GetBytes(Marker), At = Given.Morning });
        db.Post(new Mail("mai@example.org", Marker, $"{feedback.ReferenceCode} {Marker}"), Given.Morning);
        await db.SaveChangesAsync();
    });

    // Every row of every table, looked through for the marker.
    private Task<List<string>> Traces() => portal.Inside(site, async (_, db) =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var cells = Enumerable.Range(0, rows.FieldCount).Select(at => rows.GetValue(at) is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : Convert.ToString(rows.GetValue(at), CultureInfo.InvariantCulture));
                if (cells.Any(cell => cell!.Contains(Marker, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(table);
                }
            }
        }
        return found;
    });
}
