using CCHC.Portal.Cases.Asking;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>One question as the form shows it: what was typed, and what is wrong with it.</summary>
public sealed record SendQuestion(FormQuestion Question, string Typed, string? Wrong);
