using CCHC.Portal.Cases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>A bare form that lies on the visitor's machine: written without a network, sent by itself when there is one. It knows nobody and holds no token.</summary>
public sealed class WriteAheadModel : PageModel
{
    /// <summary>Not what needs reading first: complaints and denunciations have doors of their own.</summary>
    public static readonly IReadOnlyList<FeedbackKind> Kinds = [FeedbackKind.Report, FeedbackKind.Recommendation, FeedbackKind.Question, FeedbackKind.Idea, FeedbackKind.Praise];
}
