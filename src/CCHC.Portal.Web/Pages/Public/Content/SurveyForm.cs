using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Pages.Public.Content;

/// <summary>The questions of a survey as a form, with what was chosen so far.</summary>
public sealed record SurveyForm(Edition Edition, Survey Survey, IReadOnlyDictionary<int, int> Chosen, string? Problem = null);
