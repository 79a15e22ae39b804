using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Sites;
using CCHC.Portal.Web.Kit;

namespace CCHC.Portal.Web.Pages.Desk.Cases;

/// <summary>What the text of a case seems to be, beside what was decided; the officer takes the suggestion or leaves it.</summary>
public sealed record SuggestionCard(Feedback Case, Suggestion Said, Unit? Unit, bool MayHandle, bool MaySeal = false)
{
    public static SuggestionCard Of(Feedback feedback, SiteMap site, bool mayHandle, IReadOnlyList<RoutingRule>? table = null)
    {
        var said = Suggestions.For(feedback.Message, table);
        return new SuggestionCard(feedback, said, site.UnitByCode(said.Unit), mayHandle);
    }

    public bool OtherKind => !Said.IsSealed && Said.Kind is not (FeedbackKind.Denunciation or FeedbackKind.Spam) && (Said.Kind, Said.Field) != (Case.Kind, Case.Field);
    public bool OtherUnit => Unit is { Kind: UnitKind.Internal or UnitKind.Peer } unit && unit.Id != Case.UnitId && !Case.IsBarredTo(unit.Id);
    /// <summary>The text's field is that unit's, but it is the unit complained about.</summary>
    public bool AboutUnit => Unit is { } unit && Case.IsBarredTo(unit.Id);

    public bool OutsideUnit => Unit is { Kind: UnitKind.External };

    /// <summary>What the citizen reads when the suggestion of a unit is taken with one press.</summary>
    public string Why => $"Nội dung thuộc lĩnh vực {Said.Field.Vi().ToLower(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))}.";

    public string Sureness => SurenessOf(Said);

    public static string SurenessOf(Suggestion said) => said.Confidence switch { >= 0.75f => "khá chắc", >= 0.45f => "có lẽ", _ => "chưa chắc" };

    public IReadOnlyList<string> Flags => [.. Said.Flags.Select(CaseTag.Say)];

    /// <summary>The text in pieces; those that decided say for what.</summary>
    public IReadOnlyList<(string Text, string? For)> Pieces() => Pieces(Case.Message, Said);

    public static IReadOnlyList<(string Text, string? For)> Pieces(string text, Suggestion said)
    {
        var pieces = new List<(string, string?)>();
        var at = 0;
        foreach (var reason in said.Because.OrderBy(reason => reason.Start).ThenByDescending(reason => reason.Length))
        {
            if (reason.Start < at)
            {
                continue;
            }
            pieces.Add((text[at..reason.Start], null));
            pieces.Add((text.Substring(reason.Start, reason.Length), For(reason)));
            at = reason.Start + reason.Length;
        }
        pieces.Add((text[at..], null));
        return pieces;
    }

    private static string For(Reason reason) =>
        Enum.TryParse<FeedbackKind>(reason.For, out var kind) ? kind.Vi() : Enum.TryParse<FeedbackField>(reason.For, out var field) ? field.Vi() : "Dấu hiệu tố cáo";
}
