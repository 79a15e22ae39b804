namespace CCHC.Portal.Cases.Understanding;

/// <summary>
/// The parts that a telling of wrong-doing is made of, two by two: somebody in office and a sum, a fund and what is gone of it,
/// a post and a brother-in-law. Each pair is one thing to weigh, so what decided can be read aloud.
/// </summary>
internal static class SealPairs
{
    private const int MostWords = 4000, Near = 13, Around = 32;
    private const float Worth = 0.9f;

    private static readonly (string Name, string[] Cues)[] Parts =
    [
        ("hand", ["role.give", "role.take"]), ("goods", ["role.sum", "role.gift"]), ("cond", ["role.cond"]), ("dark", ["role.dark"]), ("kin", ["role.kin"]), ("favour", ["role.favour"]),
        ("fund", ["role.fund"]), ("gone", ["role.gone"]), ("false", ["role.false"]), ("force", ["role.force"]), ("cover", ["role.cover"]), ("give", ["role.give"]), ("take", ["role.take"]), ("sum", ["role.sum"]),
        ("actor", ["seal.actor", "role.office"]), ("secret", ["role.secret"]), ("general", ["role.general"]), ("clean", ["role.clean"]), ("act", ["seal.act"]), ("paid", ["seal.paid"]),
        ("denied", ["seal.denied"]), ("refused", ["seal.refused"]), ("asked", ["seal.asked"]), ("trader", ["seal.trader"]), ("scam", ["place.Scam"]), ("question", ["kind.Question"]), ("praise", ["kind.Praise"]), ("late", ["place.Delay"]), ("appeal", ["kind.AdministrativeComplaint"]), ("manners", ["flag.Harassment"]),
    ];

    private static readonly int Actor = At("actor");

    // Two parts side by side that somebody in office makes worse.
    private static readonly HashSet<(int, int)> Pressing =
        [(At("hand"), At("goods")), (At("goods"), At("cond")), (At("hand"), At("cond")), (At("fund"), At("gone")), (At("dark"), At("fund")), (At("kin"), At("favour")), (At("fund"), At("false")), (At("kin"), At("fund")), (At("goods"), At("dark")), (At("favour"), At("dark"))];

    private static readonly (string Pair, string Triple)[][] Names =
        [.. Parts.Select(one => Parts.Select(two => ($"&{one.Name}+{two.Name}", $"&{one.Name}+{two.Name}+actor")).ToArray())];

    private static readonly int[][] PartsOfCue =
        [.. Lexicon.Own.Names.Select(cue => Enumerable.Range(0, Parts.Length).Where(part => Parts[part].Cues.Contains(cue)).ToArray())];

    /// <summary>The parts found and their pairs, with the words they were found in.</summary>
    public static List<Feature> In(Reading text)
    {
        var found = Found(text);
        var features = new List<Feature>();
        for (var one = 0; one < Parts.Length; one++)
        {
            if (found[one].Count > 0)
            {
                features.Add(new Feature("#" + Parts[one].Name, 0.5f * found[one].Max(hit => hit.Weight), -1, -1));
            }
            for (var two = one + 1; two < Parts.Length && found[one].Count > 0; two++)
            {
                if (Closest(found[one], found[two], two >= Actor ? Around : Near) is { } pair)
                {
                    features.Add(pair with { Name = Names[one][two].Pair });
                    AddTriple(features, pair, one, two, found[Actor]);
                }
            }
        }
        return features;
    }

    private static void AddTriple(List<Feature> features, Feature pair, int one, int two, List<Hit> actors)
    {
        if (Pressing.Contains((one, two)) && actors.Exists(actor => actor.Last >= pair.First - Around && actor.First <= pair.Last + Around))
        {
            features.Add(pair with { Name = Names[one][two].Triple });
        }
    }

    private static List<Hit>[] Found(Reading text)
    {
        var found = Parts.Select(_ => new List<Hit>()).ToArray();
        foreach (var hit in text.Hits.Where(hit => hit.First < MostWords))
        {
            foreach (var part in PartsOfCue[hit.Cue])
            {
                found[part].Add(hit);
            }
        }
        return found;
    }

    // The surest two that do not lie over each other; both lists are in the order of the text, so this is one walk.
    private static Feature? Closest(List<Hit> ones, List<Hit> twos, int within)
    {
        Feature? best = null;
        var from = 0;
        foreach (var one in ones)
        {
            while (from < twos.Count && twos[from].Last < one.First - within)
            {
                from++;
            }
            for (var at = from; at < twos.Count && at < from + 8 && twos[at].First <= one.Last + within; at++)
            {
                var (two, weight) = (twos[at], Worth * MathF.Min(one.Weight, twos[at].Weight));
                if ((two.First > one.Last || two.Last < one.First) && weight > (best?.Value ?? 0))
                {
                    best = new Feature("", weight, Math.Min(one.First, two.First), Math.Max(one.Last, two.Last));
                }
            }
        }
        return best;
    }

    private static int At(string name) => Array.FindIndex(Parts, part => part.Name == name);
}
