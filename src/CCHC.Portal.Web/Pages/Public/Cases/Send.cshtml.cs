using System.Security.Cryptography;
using CCHC.Portal.Cases;
using CCHC.Portal.Operations;
using CCHC.Portal.Sealed;
using CCHC.Portal.Storage;
using CCHC.Portal.Time;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Sends feedback in three steps: what happened, who you are, check and send. Nothing typed is ever lost on the way.</summary>
[NeverCached, Takes(Limits.FeedbackForm), IgnoreAntiforgeryToken]
public sealed class SendModel(SendFiles files, SendQuestions questions, Visit visit, IAntiforgery antiforgery, IHumanCheck human, FeedbackPaces paces, Receipts receipts, SendOff sendOff, Translator t, TimeProvider clock) : PageModel
{
    public const int Urgent = 0, What = 1, Who = 2, Check = 3;

    [BindProperty] public SendForm Form { get; set; } = new();
    [BindProperty] public int Step { get; set; } = What;
    [BindProperty] public string? Go { get; set; }
    [BindProperty] public string? Key { get; set; }
    [BindProperty] public List<string?> Kept { get; set; } = [];
    [BindProperty] public List<IFormFile> Files { get; set; } = [];

    /// <summary>The honeypot: people do not see it.</summary>
    [BindProperty] public string? Website { get; set; }

    public IReadOnlyList<SentFile> Papers { get; private set; } = [];
    public IReadOnlyList<string> Because { get; private set; } = [];
    public SendQuestions Questions => questions;

    /// <summary>Who would read it, told in the last step.</summary>
    public ReaderList? Readers { get; private set; }

    /// <summary>What others asked before, offered in the second step.</summary>
    public IReadOnlyList<PublicAnswer> Alike { get; private set; } = [];

    /// <summary>The title of the matter that the writer met, too.</summary>
    public string? Same { get; private set; }

    /// <summary>Questions came with the choice and are shown before anything goes on.</summary>
    public bool HasNewQuestions { get; private set; }

    public bool IsSealed => Form.KindValue == FeedbackKind.Denunciation || Because.Count > 0;
    public string StepName => Step switch { What => "Việc gì đã xảy ra", Who => "Bạn là ai", _ => "Xem lại và gửi" };

    public async Task OnGetAsync([FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "linh-vuc")] string? field, CancellationToken stop)
    {
        (Form.Kind, Form.Field) = (kind, field);
        Key = NewKey();
        await questions.Read(Form, null, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Request.HasFormContentType || Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            return BadRequest();   // not from our form: nothing of it is kept
        }
        ModelState.Clear();   // rules are ours, in our words; binding only filled the fields
        Form.Clean();
        Step = Math.Clamp(Step, What, Check);
        if (Go?.StartsWith("same-", StringComparison.Ordinal) == true)
        {
            (Form.Same, Go) = (Go[5..] is { Length: > 0 and < 200 } slug ? slug : null, "stay");
        }
        (Form.IsCalm, Go) = Go == "calm" ? (true, "next") : (Form.IsCalm, Go);
        Key = Key is { Length: 32 } key && key.All(char.IsAsciiHexDigitLower) ? key : NewKey();
        await KeepFiles(stop);
        await questions.Read(Form, Request.Form, stop);
        Because = SuspectedDenunciation.Because(questions.AllWords);

        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            ModelState.AddModelError("", "Phiên đã hết hạn. Nội dung bạn viết vẫn còn nguyên; hãy bấm nút một lần nữa.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var result = await Turn(stop);
        if (result is PageResult && Step is Who or Check)
        {
            Same = await sendOff.Same(visit.Site, Form, Because, stop);
            Alike = Step == Who && Same is null ? await sendOff.Alike(visit.Site, Form, Because, clock.GetUtcNow(), stop) : [];
        }
        Readers = Step == Check && result is PageResult ? await sendOff.Readers(visit.Site, Form, questions.Given, Because, stop) : null;
        return result;
    }

    private async Task<IActionResult> Turn(CancellationToken stop) =>
        Go switch
        {
            "back" => Show(Step - 1),
            "stay" => Show(Step),
            _ when Go?.StartsWith("step-", StringComparison.Ordinal) == true => Show(int.TryParse(Go[5..], out var to) ? to : Step),
            _ when !Passes() => this.Invalid(),
            _ when !Form.IsCalm && Emergency.In(questions.AllWords) => Stop(),
            _ when Step == What && questions.AreNew => Ask(),
            "send" when Step == Check => await Send(stop),
            _ => Show(Step + 1),
        };

    private async Task KeepFiles(CancellationToken stop)
    {
        var kept = files.Open(visit.Site.Id, Kept);
        if (Go?.StartsWith("remove-", StringComparison.Ordinal) == true && int.TryParse(Go[7..], out var index) && index >= 0 && index < kept.Count)
        {
            kept.RemoveAt(index);
            Go = "stay";
        }
        Papers = await files.Take(MayUpload() ? Files : [], kept, ModelState, t, stop);
        Kept = [.. Papers.Select(paper => files.Seal(visit.Site.Id, paper))];
    }

    // Words are always taken; files only at a bearable pace and while the disk has room to spare for the words.
    private bool MayUpload()
    {
        var much = (int)Math.Min(Limits.FeedbackForm, Files.Sum(file => file.Length)) / (1024 * 1024);
        if (Files.Count == 0 || (paces.Uploads.Allows(HttpContext, much + 1) && files.HasRoom()))
        {
            return true;
        }
        ModelState.AddModelError("Files", "Lúc này chưa nhận thêm tệp được. Hãy chờ mười phút rồi thử lại, hoặc gửi không kèm tệp; phần chữ vẫn còn nguyên.");
        return false;
    }

    /// <summary>Checks every step up to this one and goes back to the first that is wrong.</summary>
    private bool Passes()
    {
        if (!ModelState.IsValid)
        {
            Step = What;   // a file was refused
            return false;
        }
        Form.CheckWhat(ModelState, VietnamTime.Day(clock.GetUtcNow()));
        questions.Check(ModelState, VietnamTime.Day(clock.GetUtcNow()), justChosen: Step == What && questions.AreNew);
        if (!ModelState.IsValid)
        {
            Step = What;
            return false;
        }
        if (Step >= Who)
        {
            Form.CheckWho(ModelState);
            Step = ModelState.IsValid ? Step : Who;
        }
        if (Step == Check && ModelState.IsValid && !Form.Agreed)
        {
            ModelState.AddModelError("Form.Agreed", "Hãy xác nhận trước khi gửi");
        }
        return ModelState.IsValid;
    }

    private async Task<IActionResult> Send(CancellationToken stop)
    {
        var proved = string.IsNullOrEmpty(Website) && await human.Proves(Request.Form[human.Field].ToString(), stop);
        if (!paces.Submissions.Allows(HttpContext) && !proved)
        {
            ModelState.AddModelError("", "Mạng của bạn vừa gửi nhiều phản ánh trong ít phút. Hãy chờ mười phút rồi gửi lại, hoặc gọi đường dây nóng. Nội dung vẫn còn nguyên ở đây.");
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        // Under seal the files were taken over and deleted here: the same form sent again still gets its receipt.
        Papers = IsSealed ? Papers : files.There(Papers, ModelState, t);
        Kept = [.. Papers.Select(paper => files.Seal(visit.Site.Id, paper))];
        if (!ModelState.IsValid)
        {
            Step = What;
            return this.Invalid();
        }
        var receipt = await sendOff.Send(visit.Site, Form, questions.Given, Key!, Papers, Because, proved, visit.Culture, stop);
        receipts.Give(Response, receipt);
        return RedirectToPage("Receipt");
    }

    // A life may hang on it: the form stands aside for the telephone, and goes on only when told that it may.
    private PageResult Stop()
    {
        Step = Urgent;
        return Page();
    }

    private PageResult Ask()
    {
        HasNewQuestions = true;
        return Page();
    }

    private IActionResult Show(int step)
    {
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }
        Step = Math.Clamp(step, What, Check);
        return Page();
    }

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
