using CCHC.Portal.Content.Sheets;

namespace CCHC.Portal.Web.Pages.Desk.Procedures;

/// <summary>A file as it was read: its rows, and what could not be read of it.</summary>
public sealed record SheetFile(IReadOnlyList<SheetRow> Rows, IReadOnlyList<SheetProblem> Problems);
