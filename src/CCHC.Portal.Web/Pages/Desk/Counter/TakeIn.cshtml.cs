using System.Globalization;
using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Pages.Public.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.Counter;

/// <summary>Writes down what somebody says at the counter, on the telephone or in a letter; the code is there at once and so is the next form.</summary>
[Needs(Deed.TakeInFeedback), Takes(Limits.EditorForm)]
public sealed class TakeInModel(SendOff sendOff, SendQuestions questions, Receipts receipts, PortalDb db, Visit visit, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<(IntakeChannel Channel, string Words)> Channels =
        [(IntakeChannel.Counter, "Đến quầy"), (IntakeChannel.Phone, "Gọi điện"), (IntakeChannel.Post, "Thư, công văn"), (IntakeChannel.Assisted, "Nhờ nhập hộ")];

    public static readonly IReadOnlyList<FeedbackKind> Kinds = [FeedbackKind.Report, FeedbackKind.Recommendation, FeedbackKind.Question, FeedbackKind.Idea, FeedbackKind.Praise, FeedbackKind.AdministrativeComplaint];

    [BindProperty] public SendForm Form { get; set; } = new();
    [BindProperty] public IntakeChannel Channel { get; set; } = IntakeChannel.Counter;
    [BindProperty] public string? Happened { get; set; }

    /// <summary>The key of this form: sent twice, it is one case.</summary>
    [BindProperty] public string? Key { get; set; }

    public List<Problem> Problems { get; } = [];
    public IReadOnlyList<string> Because { get; private set; } = [];

    /// <summary>What was just taken in.</summary>
    public CCHC.Portal.Cases.Receipt? Done { get; private set; }

    public string? DoneUnit => visit.Site.UnitById(Done?.UnitId)?.Name;

    public SendQuestions Questions => questions;

    /// <summary>Only to show the questions of the choice; nothing is saved.</summary>
    [BindProperty] public string? Go { get; set; }

    public async Task OnGetAsync([FromQuery(Name = "xong")] string? done, [FromQuery(Name = "kenh")] IntakeChannel? channel, CancellationToken stop)
    {
        await questions.Read(Form, null, stop);
        Done = done == "1" ? receipts.Held(Request) : null;
        Channel = channel is { } known && Channels.Any(one => one.Channel == known) ? known : IntakeChannel.Counter;
        Key = Guid.CreateVersion7().ToString("n");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        ModelState.Clear();
        await Read(stop);
        if (Go == "ask")
        {
            return Page();
        }
        Form.CheckWhat(ModelState, VietnamTime.Day(clock.GetUtcNow()));
        questions.Check(ModelState, VietnamTime.Day(clock.GetUtcNow()));
        Form.CheckWho(ModelState);
        if (!Form.Agreed)
        {
            ModelState.AddModelError("Form.Agreed", "Hãy đọc thông báo về dữ liệu cá nhân cho người gửi và đánh dấu");
        }
        if (!Channels.Any(one => one.Channel == Channel))
        {
            ModelState.AddModelError("Channel", "Chọn người gửi đến bằng cách nào");
        }
        Problems.AddRange(ModelState.SelectMany(field => field.Value!.Errors.Select(error => new Problem(field.Key == "Form.Day" ? nameof(Happened) : field.Key, error.ErrorMessage + "."))));
        ModelState.Clear();
        if (Problems.Count > 0)
        {
            return this.Invalid();
        }
        var receipt = await sendOff.Send(visit.Site, Form, questions.Given, $"quay-{visit.Me.PersonId:n}-{Key}", [], Because, proved: true, "vi", stop, new DeskEntry(Channel, visit.Me.PersonId));
        db.AuditEntries.Add(new AuditEntry { At = clock.GetUtcNow(), PersonId = visit.Me.PersonId, What = "case-taken-in", Subject = receipt.IsSealed ? "" : receipt.ReferenceCode, Detail = Channel.ToString() });
        await db.SaveChangesAsync(stop);
        receipts.Give(Response, receipt);
        return RedirectToPage(new { xong = "1", kenh = Channel });
    }

    private async Task Read(CancellationToken stop)
    {
        if (DateOnly.TryParseExact(Happened, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            (Form.Day, Form.Month, Form.Year) = (day.Day.ToString(CultureInfo.InvariantCulture), day.Month.ToString(CultureInfo.InvariantCulture), day.Year.ToString(CultureInfo.InvariantCulture));
        }
        Form.Clean();
        Key = string.IsNullOrWhiteSpace(Key) || Key.Length > 64 ? Guid.CreateVersion7().ToString("n") : Key;
        await questions.Read(Form, Request.HasFormContentType ? Request.Form : null, stop);
        Because = SuspectedDenunciation.Because(questions.AllWords);
    }
}
