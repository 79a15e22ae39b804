using System.Text.Json;
using CCHC.Portal.Tests.House;

namespace CCHC.Portal.Tests.Web.Naughty;

/// <summary>The Big List of Naughty Strings, and what a Vietnamese portal meets besides.</summary>
internal static class NaughtyStrings
{
    private static readonly string[] Ours =
    [
        "Đường hỏng".Normalize(System.Text.NormalizationForm.FormD), "\u0000", "a\u0000b", "\uD800", "x\uDFFF\uD800y", "\uFFFE\uFFFF", "\u202Eexe.gpj", new string('\u0103', 3_000), "=HYPERLINK(\"http://x\")", "@SUM(1+1)",
        "'); DROP TABLE \"Feedback\"; --", "${jndi:ldap://x/y}", "{{7*7}}", "%00", "..%2f..%2fetc/passwd", "[AB](javascript:alert(1))", "a\r\nSet-Cookie: x=1", string.Concat(Enumerable.Repeat("\u0301", 500)), "İıſKÅ", "0x1F", "NaN", "-0", "1e309", "9999-99-99", "2026-02-30",
        "00000000-0000-0000-0000-000000000000", "{", "]]>", "<![CDATA[", "&#0;", "\\u0000", "🧜🏽‍♀️" + string.Concat(Enumerable.Repeat("🌊", 150)),
    ];

    public static readonly IReadOnlyList<string> All =
        [.. JsonSerializer.Deserialize<List<string>>(File.ReadAllText(Repository.Under("tests", "CCHC.Portal.Tests", "Web", "Naughty", "blns.json")))!, .. Ours];
}
