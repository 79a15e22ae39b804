using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;

namespace CCHC.Portal.Cases;

/// <summary>Finds in a text that speaks of bad conduct which of our units it names. A suggestion: it keeps the case from them until a person decides.</summary>
public static class AboutSuggestion
{
    private const int Near = 4;   // words between the post and the unit it is in

    private static readonly string[] Heads = ["truong phong", "pho phong", "pho truong phong", "giam doc", "pho giam doc", "chanh van phong", "pho chanh van phong", "lanh dao", "thu truong", "chi huy truong", "truong cong an"];
    private static readonly string[] Officers = ["can bo", "chuyen vien", "nhan vien", "cong chuc", "vien chuc", "cong an vien", "chien si"];
    private static readonly string[] Tops = ["chu tich", "pho chu tich"];

    public static IReadOnlyList<AboutWhom> In(string text, SiteMap site)
    {
        var said = Suggestions.For(text);
        if (!said.Flags.Contains("Harassment") && said.Field != FeedbackField.CivilServiceConduct)
        {
            return [];
        }
        var folded = $" {VietnameseText.Fold(new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]))} ";
        var found = site.Units.Where(unit => unit.Kind is UnitKind.Internal or UnitKind.Peer).Select(unit => Of(unit, folded)).OfType<AboutWhom>().ToList();
        if (site.UnitByCode(site.Profile.RootUnit) is { } top && found.TrueForAll(whom => whom.UnitId != top.Id) && Tops.Any(post => folded.Contains($" {post} ", StringComparison.Ordinal)))
        {
            found.Add(new AboutWhom(top.Id, AboutPost.Head));
        }
        return found;
    }

    private static AboutWhom? Of(Unit unit, string folded)
    {
        // “Trưởng phòng Kinh tế” holds the unit's name in it: the post overlaps it by a word.
        var name = VietnameseText.Fold(new string([.. unit.Name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]));
        var at = folded.IndexOf($" {name} ", StringComparison.Ordinal);
        if (name == "" || at < 0)
        {
            return null;
        }
        var before = " " + string.Join(' ', folded[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(Near)) + $" {name.Split(' ')[0]} ";
        return new AboutWhom(unit.Id, Has(before, Heads) ? AboutPost.Head : Has(before, Officers) ? AboutPost.Officer : AboutPost.Unit);
    }

    private static bool Has(string before, string[] posts) => Array.Exists(posts, post => before.Contains($" {post} ", StringComparison.Ordinal));
}
