using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;

namespace CCHC.Portal.Tests.House;

/// <summary>Every Vietnamese sentence a page says has its English.</summary>
public sealed partial class TranslationTests
{
    private static readonly Dictionary<string, string> English =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.Under("src", "CCHC.Portal.Web", "Kit", "en.json")))!;

    [Fact]
    public void Every_sentence_on_a_page_has_its_English() => Findings.None(Sentences.OnPages().Except(English.Keys));

    [Fact]
    public void Every_word_for_a_value_of_the_domain_has_its_English() => Findings.None(Sentences.OfLabels().Except(English.Keys));

    [Fact]
    public void Every_error_page_has_its_English() => Findings.None(Sentences.OfErrors().Except(English.Keys));

    [Fact]
    public void A_translation_has_the_same_gaps_to_fill_and_is_not_empty()
    {
        var wrong = English.Where(pair => string.IsNullOrWhiteSpace(pair.Value) || !Gaps(pair.Key).SetEquals(Gaps(pair.Value))).Select(pair => pair.Key);

        Findings.None(wrong);
    }

    private static HashSet<string> Gaps(string sentence) => [.. Gap().Matches(sentence).Select(found => found.Value)];

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Gap();
}

/// <summary>The Vietnamese sentences the portal says through the translator.</summary>
internal static partial class Sentences
{
    private static readonly string[] NotForVisitors = ["/Pages/Desk/", "/Pages/Dev/", "/Kit/Translations.cs"];

    public static IEnumerable<string> OnPages() => Repository.Files("src/CCHC.Portal.Web", ".cs", ".cshtml")
        .Where(file => !NotForVisitors.Any(place => file.Path.Contains(place, StringComparison.Ordinal)))
        .SelectMany(file => Said().Matches(file.Text).Select(found => Regex.Unescape(found.Groups[1].Value)))
        .Where(sentence => !sentence.StartsWith('…'))
        .Distinct().Order(StringComparer.Ordinal);

    // Staff alone read these: the desk is Vietnamese.
    private static readonly string[] DeskOnly = ["Role"];

    public static IEnumerable<string> OfLabels() => new[] { typeof(Labels), typeof(ProcedureLabels), typeof(FigureLabels) }.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.Name == "Vi" && method.GetParameters() is [{ ParameterType.IsEnum: true } value] && !DeskOnly.Contains(value.ParameterType.Name))
        .SelectMany(method => Enum.GetValues(method.GetParameters()[0].ParameterType).Cast<object>().Select(value => (string)method.Invoke(null, [value])!))
        .Distinct().Order(StringComparer.Ordinal);

    public static IEnumerable<string> OfErrors() => Enumerable.Range(400, 200).Select(ErrorPage.Say)
        .SelectMany(page => new[] { page.Title, page.Words }).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("""\b[Tt]\["((?:[^"\\]|\\.)*)"[\],]""")]
    private static partial Regex Said();
}
