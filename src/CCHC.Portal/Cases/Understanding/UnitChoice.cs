namespace CCHC.Portal.Cases.Understanding;

/// <summary>Which unit a kind in a field belongs to, by the routing rules of glossary §10; outside bodies only where the text speaks of their matter.</summary>
internal static class UnitChoice
{
    private static readonly Dictionary<FeedbackField, string> Own = new()
    {
        [FeedbackField.OneStop] = "TTPVHCC",
        [FeedbackField.OnlineService] = "TTPVHCC",
        [FeedbackField.CivilStatus] = "VP",
        [FeedbackField.Residence] = "CA",
        [FeedbackField.Land] = "KT",
        [FeedbackField.Construction] = "KT",
        [FeedbackField.Business] = "KT",
        [FeedbackField.SocialPolicy] = "VHXH",
        [FeedbackField.Tourism] = "KT",
        [FeedbackField.Transport] = "KT",
        [FeedbackField.Environment] = "KT",
        [FeedbackField.Security] = "CA",
        [FeedbackField.CivilServiceConduct] = "VP",
        [FeedbackField.Information] = "TTVHTT",
        [FeedbackField.ReformPolicy] = "VHXH",
    };

    private static readonly Dictionary<FeedbackField, string[]> Outside = new()
    {
        [FeedbackField.Transport] = ["X-PHA", "X-1022"],
        [FeedbackField.Tourism] = ["X-VQG", "X-VINH"],
        [FeedbackField.Environment] = ["X-DIEN", "X-NUOC", "X-VINH", "X-VQG"],
        [FeedbackField.Business] = ["X-STC", "X-THUE"],
        [FeedbackField.SocialPolicy] = ["X-BHXH"],
        [FeedbackField.Land] = ["X-DKDD"],
        [FeedbackField.Other] = ["QS", "X-1022"],
        [FeedbackField.Security] = [],
    };

    public static string For(FeedbackKind kind, FeedbackField field, Reading text) => kind switch
    {
        FeedbackKind.Denunciation => Suggestion.Sealed,
        FeedbackKind.Spam => Suggestion.Nobody,
        FeedbackKind.AdministrativeComplaint => "VP",
        _ => NamedOutside(field, text) ?? Own.GetValueOrDefault(field) ?? (kind == FeedbackKind.OutOfScope ? "X-1022" : Suggestion.Triage),
    };

    private static string? NamedOutside(FeedbackField field, Reading text) =>
        Outside.GetValueOrDefault(field)?.Select(unit => (Unit: unit, Weight: text.Cue("unit." + unit)))
            .Where(found => found.Weight >= (field == FeedbackField.Environment && found.Unit is "X-VINH" or "X-VQG" ? 0.4f : 0.35f)).OrderByDescending(found => found.Weight).Select(found => found.Unit).FirstOrDefault();
}
