namespace CCHC.Portal.Cases.Understanding;

/// <summary>
/// Decides whether a text goes the sealed way (regulation.md §4 rule 6), by rules that can be read aloud: better once too often,
/// a person looks at it there. Bad manners are no denunciation; money, forgery, violence and favours by somebody in office are.
/// </summary>
internal static class SealRules
{
    private const int Near = 12, Wide = 25, Around = 40;
    private const float Bare = 0.5f;   // one syllable without marks is too many words at once

    private static readonly string[] Own = ["act", "money", "demand", "deed", "matter", "wrong", "actor", "denied", "asked", "innocent", "stranger", "trader", "due", "turned", "paid", "refused", "event"];

    /// <summary>Asks what to do when something like this happens, and tells of nothing that did: no sum, nobody's own case.</summary>
    public static bool IsAskedInGeneral(Reading text) =>
        text.Cue("kind.Question") >= 0.8f && text.Cue("seal.event") == 0 && text.Cue("role.sum") == 0 && text.Cue("role.secret") == 0;

    /// <summary>What decided; empty when nothing did.</summary>
    public static IReadOnlyList<Hit> Because(Reading text)
    {
        var of = Own.ToDictionary(name => name, name => text.Of("seal." + name).Where(hit => hit.Weight > Bare).ToList());
        var strangers = of["trader"].Count > 0 || text.Of("place.Scam").Any();
        var officials = of["actor"].Count > 0 && !text.Of("place.Scam").Any();
        var acts = of["act"].Where(act => Stands(act, of) && (officials || !strangers || !of["stranger"].Exists(same => same.First == act.First && same.Last == act.Last))).ToList();
        if (acts.Count > 0)
        {
            return acts;
        }
        if (text.Of("place.Scam").Any())
        {
            return [];
        }
        var paid = of["paid"].Where(paid => Stands(paid, of)).ToList();
        return Together(paid, paid, of["actor"], Near)
            ?? Together(of["money"].Where(money => Stands(money, of) && !IsDue(money, of)), of["demand"], of["actor"], Near)
            ?? Together(of["deed"].Where(deed => Stands(deed, of)), of["deed"], of["actor"], Near)
            ?? Together(of["matter"].Where(matter => Stands(matter, of)), of["wrong"], of["actor"], Wide)
            ?? [];
    }

    // Not part of another word, not the name of a procedure, not said of what did not happen.
    private static bool Stands(Hit hit, Dictionary<string, List<Hit>> of) =>
        !of["innocent"].Exists(other => Covers(other, hit)) && !of["asked"].Exists(other => Covers(other, hit))
        && !of["denied"].Exists(no => no.Last < hit.First && hit.First - no.Last <= 2 && !IsTurned(hit, of))
        && !of["refused"].Exists(no => no.First > hit.Last && no.First - hit.Last <= Near);

    private static bool IsTurned(Hit hit, Dictionary<string, List<Hit>> of) => of["turned"].Exists(then => then.First > hit.Last && then.First - hit.Last <= 4);

    private static bool IsDue(Hit money, Dictionary<string, List<Hit>> of) => of["due"].Exists(due => Math.Abs(due.First - money.First) <= 4);

    private static bool Covers(Hit wide, Hit narrow) => wide.First <= narrow.First && wide.Last >= narrow.Last;

    // One thing near another, and somebody in office around; the three first found are the reason.
    private static IReadOnlyList<Hit>? Together(IEnumerable<Hit> things, List<Hit> others, List<Hit> actors, int near)
    {
        foreach (var thing in things)
        {
            var other = Nearest(others, thing, near, thing);
            var actor = Nearest(actors, thing, Around, thing);
            if (other is not null && actor is not null)
            {
                return [.. new[] { thing, other.Value, actor.Value }.DistinctBy(hit => (hit.First, hit.Last)).OrderBy(hit => hit.First)];
            }
        }
        return null;
    }

    // Hits come in the order of the text.
    private static Hit? Nearest(List<Hit> hits, Hit to, int within, Hit notOver)
    {
        var at = FirstFrom(hits, to.First - within);
        for (; at < hits.Count && hits[at].First <= to.Last + within; at++)
        {
            if (hits[at] == notOver || hits[at].Last < notOver.First || hits[at].First > notOver.Last)
            {
                return hits[at];
            }
        }
        return null;
    }

    private static int FirstFrom(List<Hit> hits, int word)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].First < word ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
