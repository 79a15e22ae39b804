namespace CCHC.Portal.Cases.Understanding;

/// <summary>Reads a text and suggests what it is: rules for the sealed way, weighed words for the rest. Local, and the same answer every time.</summary>
public static class Suggestions
{
    private const float SureOfUnit = 0.34f, SureOfKind = 0.30f, SureOfTelling = 0.06f, SureWithoutMarks = 0.09f, SureOfNothing = 0.003f, SureOfAsked = 0.5f, SureOfSpam = 0.8f, Sure = 0.8f;
    private const int MostReasons = 8, LongestVetoed = 200;

    private static readonly string[] Flags = ["Harassment", "TooManySupplements", "LateWithoutApologySlip", "Emergency", "Urgent"];

    /// <summary>By the site's own table, else by the one a fresh site starts with.</summary>
    public static Suggestion For(string? text, IReadOnlyList<RoutingRule>? table = null) => For(text, Models.Own, table ?? SeededTable.Rules);

    /// <summary>What a text in that field is tagged as, for the routing table to ask for: manners, lateness, the matter of an outside body.</summary>
    public static IReadOnlyList<string> TagsOf(string text, FeedbackField field)
    {
        var read = new Reading(text);
        return [.. Flags.Where(flag => read.Cue("flag." + flag) >= Sure), .. Matters.Of(field, read) is { } matter ? new[] { matter } : []];
    }

    internal static Suggestion For(string? text, Models models, IReadOnlyList<RoutingRule> table)
    {
        var read = new Reading(text ?? "");
        if (read.Words.Count == 0)
        {
            return new Suggestion { Kind = FeedbackKind.Spam, Field = FeedbackField.Other, Unit = Suggestion.Nobody, Confidence = 1 };
        }
        var features = read.Features();
        var (kindShares, fieldShares) = (models.Kinds.Weigh(features), models.Fields.Weigh(features));
        var parts = SealPairs.In(read);
        List<Feature> telling = [.. features, .. parts];
        var sealing = SealRules.Because(read);
        var share = sealing.Count > 0 || SealPairs.TellSomething(parts) ? models.Seal.Weigh(telling)[1] : 0;   // one word alone tells of nothing
        if (MustBeSealed(read, sealing.Count > 0, share, kindShares[(int)FeedbackKind.Question]))
        {
            return SealedFor(read, telling, models.Seal, sealing);
        }
        kindShares[(int)FeedbackKind.Denunciation] = 0;   // only the rules above say so
        if (kindShares[(int)FeedbackKind.Spam] < SureOfSpam && read.Cue("kind.Spam") == 0 && read.Words.Count > 3 && (read.IsEnglish || read.ShareOfSense() > 0.6f))
        {
            kindShares[(int)FeedbackKind.Spam] = 0;   // nobody's word is thrown away on a guess
        }
        return Ordinary(read, features, kindShares, fieldShares, models, table);
    }

    /// <summary>The words that send a text the sealed way, as they are in the lexicon; empty for every other text.</summary>
    public static IReadOnlyList<string> SealedBecause(string? text)
    {
        var suggestion = For(text);
        return suggestion.IsSealed ? [.. suggestion.Because.Where(reason => reason.For == Suggestion.Sealed).Select(reason => reason.Words).Distinct()] : [];
    }

    // The rules decide unless the weighed words are all but certain of the opposite; beside them the words may add what no rule names.
    // Without marks every word is several, so more of them must agree.
    private static bool MustBeSealed(Reading read, bool byRule, float share, float question) =>
        SealRules.IsAskedInGeneral(read) && (question > 0.3f || read.Text.Contains('?', StringComparison.Ordinal)) ? share >= SureOfAsked
        : byRule ? share >= SureOfNothing || read.Words.Count > LongestVetoed
        : read.Cue("place.Scam") == 0 && share >= (read.Words.Exists(word => word.Marked is not null) ? SureOfTelling : SureWithoutMarks);

    private static Suggestion SealedFor(Reading read, List<Feature> telling, LinearModel seal, IReadOnlyList<Hit> sealing)
    {
        var because = sealing.Select(hit => ReasonOf(read, Suggestion.Sealed, hit.First, hit.Last));
        return new Suggestion
        {
            Kind = FeedbackKind.Denunciation,
            Field = FeedbackField.CivilServiceConduct,   // whatever it was about, it is about how the office is held
            Unit = Suggestion.Sealed,
            Flags = FlagsOf(read),
            Confidence = sealing.Count > 0 ? 0.95f : 0.6f,
            Because = [.. Distinct(sealing.Count > 0 ? because : Weighed(read, telling, seal, 1, Suggestion.Sealed))],
        };
    }

    private static Suggestion Ordinary(Reading read, List<Feature> features, float[] kindShares, float[] fieldShares, Models models, IReadOnlyList<RoutingRule> table)
    {
        var kind = (FeedbackKind)Best(kindShares);
        var field = kind == FeedbackKind.Spam ? FeedbackField.Other : (FeedbackField)Best(fieldShares);
        var unit = UnitFor(kind, field, read, table);
        var sure = Math.Min(kindShares[(int)kind] / (1 - Math.Min(0.99f, 1 - kindShares.Sum())), unit is Suggestion.Nobody or "VP" && kind is FeedbackKind.Spam or FeedbackKind.AdministrativeComplaint ? 1 : SharesOf(unit, kind, fieldShares, read, table));
        var unsure = sure < SureOfUnit || kindShares[(int)kind] < SureOfKind;
        return new Suggestion
        {
            Kind = kind,
            Field = field,
            Unit = unsure && unit != Suggestion.Nobody ? Suggestion.Triage : unit,
            Flags = FlagsOf(read),
            Confidence = MathF.Round(sure, 3),
            Because = [.. Distinct([.. Weighed(read, features, models.Kinds, (int)kind, kind.ToString()), .. kind == FeedbackKind.Spam ? [] : Weighed(read, features, models.Fields, (int)field, field.ToString())])],
        };
    }

    // Two fields of one unit are no doubt about the unit.
    private static float SharesOf(string unit, FeedbackKind kind, float[] fields, Reading read, IReadOnlyList<RoutingRule> table) =>
        fields.Select((share, field) => share > 0.005f && UnitFor(kind, (FeedbackField)field, read, table) == unit ? share : 0).Sum();

    // The words give kind, field and tags; whose it is, the table says.
    private static string UnitFor(FeedbackKind kind, FeedbackField field, Reading read, IReadOnlyList<RoutingRule> table) =>
        kind == FeedbackKind.Spam ? Suggestion.Nobody
        : table.FirstOrDefault(rule => rule.Fits(new RoutingQuestion(kind, field, "", Matters.Of(field, read) is { } matter ? [matter] : []))) is { } rule ? rule.UnitCode : Suggestion.Triage;

    private static List<string> FlagsOf(Reading read)
    {
        var flags = Flags.Where(flag => read.Cue("flag." + flag) >= Sure).ToList();
        if (PersonalData.In(read.Text).Count > 0)
        {
            flags.Add("PersonalData");
        }
        return flags;
    }

    private static IEnumerable<Reason> Weighed(Reading read, List<Feature> features, LinearModel model, int found, string name)
    {
        var ownCue = (name == Suggestion.Sealed ? "seal." : model.Classes.Count > 10 ? "field." : "kind.") + name;
        var cues = read.Hits.Where(hit => Lexicon.Own.Names[hit.Cue] == ownCue && hit.Weight >= 0.8f).Select(hit => (hit.First, hit.Last, Weight: 1 + hit.Weight + hit.Last - hit.First));
        var words = features.Where(feature => feature.First >= 0).Select(feature => (feature.First, feature.Last, Weight: model.Spoke(feature, found))).Where(one => one.Weight > 0.05f);
        return cues.Concat(words).OrderByDescending(one => one.Weight).Take(MostReasons / 2).Select(one => ReasonOf(read, name, one.First, one.Last));
    }

    private static IEnumerable<Reason> Distinct(IEnumerable<Reason> reasons) => reasons.DistinctBy(reason => (reason.For, reason.Start)).Take(MostReasons).OrderBy(reason => reason.Start);

    private static Reason ReasonOf(Reading read, string name, int first, int last)
    {
        var (start, end) = (read.Words[first].Start, read.Words[last].End);
        return new Reason(name, read.Text[start..end], start, end - start);
    }

    private static int Best(float[] shares) => Array.IndexOf(shares, shares.Max());
}
