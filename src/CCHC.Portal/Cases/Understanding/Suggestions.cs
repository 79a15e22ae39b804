namespace CCHC.Portal.Cases.Understanding;

/// <summary>Reads a text and suggests what it is: rules for the sealed way, weighed words for the rest. Local, and the same answer every time.</summary>
public static class Suggestions
{
    private const float SureOfUnit = 0.34f, SureOfKind = 0.30f, SureOfDenunciation = 0.13f, SureWithoutOfficer = 0.28f, SureInSpiteOfRules = 0.85f, SureOfSpam = 0.8f;
    private const int MostReasons = 8;

    private static readonly IReadOnlyDictionary<string, LinearModel> Models = ReadModels();

    private static readonly string[] Flags = ["Harassment", "TooManySupplements", "LateWithoutApologySlip", "Emergency", "Urgent"];

    public static Suggestion For(string? text) => For(text, Models["kind"], Models["field"]);

    internal static Suggestion For(string? text, LinearModel kinds, LinearModel fields)
    {
        var read = new Reading(text ?? "");
        if (read.Words.Count == 0)
        {
            return new Suggestion { Kind = FeedbackKind.Spam, Field = FeedbackField.Other, Unit = Suggestion.Nobody, Confidence = 1 };
        }
        var features = read.Features();
        var (kindShares, fieldShares) = (kinds.Weigh(features), fields.Weigh(features));
        var sealing = SealRules.Because(read);
        if (sealing.Count > 0 || MustBeSealed(kindShares, read))
        {
            return SealedFor(read, features, kinds, sealing);
        }
        kindShares[(int)FeedbackKind.Denunciation] = 0;   // only the rules above say so
        if (kindShares[(int)FeedbackKind.Spam] < SureOfSpam && read.Cue("kind.Spam") == 0 && read.Words.Count > 3 && (read.IsEnglish || read.ShareOfSense() > 0.6f))
        {
            kindShares[(int)FeedbackKind.Spam] = 0;   // nobody's word is thrown away on a guess
        }
        return Ordinary(read, features, kindShares, fieldShares, kinds, fields);
    }

    /// <summary>The words that send a text the sealed way, as they are in the lexicon; empty for every other text.</summary>
    public static IReadOnlyList<string> SealedBecause(string? text)
    {
        var suggestion = For(text);
        return suggestion.IsSealed ? [.. suggestion.Because.Where(reason => reason.For == Suggestion.Sealed).Select(reason => reason.Words).Distinct()] : [];
    }

    // Where the rules saw an act and let it go (denied, asked about), the weighed words must be nearly certain.
    private static bool MustBeSealed(float[] kinds, Reading read)
    {
        var sure = read.Cue("seal.act") > 0 ? SureInSpiteOfRules : read.Cue("seal.actor") >= 0.8f ? SureOfDenunciation : SureWithoutOfficer;
        return kinds[(int)FeedbackKind.Denunciation] >= sure && read.Cue("place.Scam") == 0;
    }

    private static Suggestion SealedFor(Reading read, List<Feature> features, LinearModel kinds, IReadOnlyList<Hit> sealing)
    {
        var because = sealing.Select(hit => ReasonOf(read, Suggestion.Sealed, hit.First, hit.Last));
        return new Suggestion
        {
            Kind = FeedbackKind.Denunciation,
            Field = FeedbackField.CivilServiceConduct,   // whatever it was about, it is about how the office is held
            Unit = Suggestion.Sealed,
            Flags = FlagsOf(read),
            Confidence = sealing.Count > 0 ? 0.95f : 0.6f,
            Because = [.. Distinct(sealing.Count > 0 ? because : Weighed(read, features, kinds, (int)FeedbackKind.Denunciation, Suggestion.Sealed))],
        };
    }

    private static Suggestion Ordinary(Reading read, List<Feature> features, float[] kindShares, float[] fieldShares, LinearModel kinds, LinearModel fields)
    {
        var kind = (FeedbackKind)Best(kindShares);
        var field = kind == FeedbackKind.Spam ? FeedbackField.Other : (FeedbackField)Best(fieldShares);
        var unit = UnitChoice.For(kind, field, read);
        var sure = Math.Min(kindShares[(int)kind] / (1 - Math.Min(0.99f, 1 - kindShares.Sum())), unit is Suggestion.Nobody or "VP" && kind is FeedbackKind.Spam or FeedbackKind.AdministrativeComplaint ? 1 : SharesOf(unit, kind, fieldShares, read));
        var unsure = sure < SureOfUnit || kindShares[(int)kind] < SureOfKind;
        return new Suggestion
        {
            Kind = kind,
            Field = field,
            Unit = unsure && unit != Suggestion.Nobody ? Suggestion.Triage : unit,
            Flags = FlagsOf(read),
            Confidence = MathF.Round(sure, 3),
            Because = [.. Distinct([.. Weighed(read, features, kinds, (int)kind, kind.ToString()), .. kind == FeedbackKind.Spam ? [] : Weighed(read, features, fields, (int)field, field.ToString())])],
        };
    }

    // Two fields of one unit are no doubt about the unit.
    private static float SharesOf(string unit, FeedbackKind kind, float[] fields, Reading read) =>
        fields.Select((share, field) => UnitChoice.For(kind, (FeedbackField)field, read) == unit ? share : 0).Sum();

    private static List<string> FlagsOf(Reading read)
    {
        var flags = Flags.Where(flag => read.Cue("flag." + flag) >= 0.8f).ToList();
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

    private static IReadOnlyDictionary<string, LinearModel> ReadModels()
    {
        using var reader = new StreamReader(Lexicon.Data("weights.tsv"));
        var models = LinearModel.Read(reader);
        return models.Count > 0 ? models : new Dictionary<string, LinearModel> { ["kind"] = new(Enum.GetNames<FeedbackKind>(), []), ["field"] = new(Enum.GetNames<FeedbackField>(), []) };
    }
}
