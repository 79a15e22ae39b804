namespace CCHC.Portal.Cases.Understanding;

/// <summary>The matter of an outside body that a text in some field speaks of, as a tag; the routing table says whose matter it is.</summary>
internal static class Matters
{
    private const float Least = 0.35f, LeastOfWide = 0.4f;

    // A matter counts only in its field: "the national park" in a question about school trips is no matter of the park.
    private static readonly Dictionary<FeedbackField, (string Tag, string Cue)[]> In = new()
    {
        [FeedbackField.Transport] = [("Ferry", "unit.X-PHA"), ("Telecom", "unit.X-1022")],
        [FeedbackField.Tourism] = [("NationalPark", "unit.X-VQG"), ("Bay", "unit.X-VINH")],
        [FeedbackField.Environment] = [("Power", "unit.X-DIEN"), ("Water", "unit.X-NUOC"), ("Bay", "unit.X-VINH"), ("NationalPark", "unit.X-VQG")],
        [FeedbackField.Business] = [("Enterprise", "unit.X-STC"), ("Tax", "unit.X-THUE")],
        [FeedbackField.SocialPolicy] = [("SocialInsurance", "unit.X-BHXH")],
        [FeedbackField.Land] = [("LandRegistry", "unit.X-DKDD")],
        [FeedbackField.Other] = [("Military", "unit.QS"), ("Telecom", "unit.X-1022")],
    };

    public static string? Of(FeedbackField field, Reading text) =>
        In.GetValueOrDefault(field)?.Select(matter => (matter.Tag, Weight: text.Cue(matter.Cue)))
            .Where(found => found.Weight >= (found.Tag is "Bay" or "NationalPark" ? LeastOfWide : Least)).OrderByDescending(found => found.Weight).Select(found => found.Tag).FirstOrDefault();
}
