using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Tests;

public static partial class Given
{
    /// <summary>A case with a unit, unless it is still to be sorted.</summary>
    public static Feedback Feedback(FeedbackKind kind = FeedbackKind.Report, Guid? unit = null, bool inTriage = false, bool needsHumanCheck = false, DateOnly? dueAt = null, string code = "PA-ACDE-FGHJ")
    {
        var feedback = new Feedback
        {
            ReferenceCode = code,
            SecretHash = [1, 2, 3],
            IdempotencyKey = Guid.CreateVersion7().ToString("n"),
            Message = "Đèn đường hỏng trước cổng trường.",
            NeedsHumanCheck = needsHumanCheck,
            ReceivedAt = Morning,
        };
        feedback.Receive(kind, FeedbackField.Environment, inTriage ? null : unit ?? Guid.CreateVersion7(), dueAt ?? new DateOnly(2026, 12, 7));
        return feedback;
    }

    /// <summary>A case whose sender answered questions of the form.</summary>
    public static Feedback FeedbackWithAnswers(Vault vault, params GivenAnswer[] answers)
    {
        var feedback = new Feedback
        {
            ReferenceCode = "PA-ACDE-FGHJ",
            SecretHash = [1, 2, 3],
            IdempotencyKey = Guid.CreateVersion7().ToString("n"),
            Message = "Hồ sơ quá hẹn.",
            Given = GivenAnswer.Write([.. answers.Select(answer => answer.Masked)]),
            GivenBox = vault.Lock(answers.Where(answer => answer.IsPersonal).ToList(), CCHC.Portal.Cases.Feedback.GivenPurpose),
            ReceivedAt = Morning,
        };
        feedback.Receive(FeedbackKind.Report, FeedbackField.Land, Guid.CreateVersion7(), new DateOnly(2026, 12, 7));
        return feedback;
    }

    /// <summary>What cases are measured by, in a site without days off.</summary>
    public static Terms Terms(SiteMap? site = null) => new Deadlines(new CasesSettings()).TermsOf(site ?? SiteMap());

    /// <summary>What a resident sent by the form.</summary>
    public static IncomingMessage Message(string? key = null, FeedbackKind kind = FeedbackKind.Report, FeedbackField field = FeedbackField.Land, string email = "", string text = "Đường bị ngập sau mưa.",
        bool proved = true, params SentFile[] files) => new()
        {
            IdempotencyKey = key ?? Guid.CreateVersion7().ToString("n"),
            Kind = kind,
            Field = field,
            Message = text,
            Submitter = new Submitter { Name = "Nguyễn Thị Mai", Phone = "0901234567", Email = email },
            WantsMail = email != "",
            ProvedHuman = proved,
            Files = files,
        };
}
