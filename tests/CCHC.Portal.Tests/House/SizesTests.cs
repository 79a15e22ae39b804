using System.Text.RegularExpressions;

namespace CCHC.Portal.Tests.House;

/// <summary>Files stay short enough to be read, and names say what a thing is (house.md §10, §11, §15).</summary>
public sealed partial class SizesTests
{
    private const int Most = 300, MostOfProgram = 60;

    // Each with the framework that forces it.
    private static readonly string[] AllowedNames =
    [
        "NeedsHandler",         // ASP.NET Core: AuthorizationHandler<T>
        "PortalServices",       // registers services: the container's own word
        "WebServices",          // the same
        "HumanCheckServices",   // the same
    ];

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines()
    {
        var long_ = Repository.Files("src", ".cs", ".cshtml").Concat(Repository.Files("tests", ".cs"))
            .Where(file => file.Lines > Most).Select(file => $"{file}: {file.Lines} lines");

        Findings.None(long_);
    }

    [Fact]
    public void Each_program_starts_in_sixty_lines()
    {
        var programs = Repository.Files("src", "Program.cs").ToList();

        Assert.NotEmpty(programs);
        Assert.All(programs, program => Assert.True(program.Lines <= MostOfProgram, $"{program}: {program.Lines} lines"));
    }

    [Fact]
    public void No_type_bears_a_grey_name()
    {
        var grey =
            from file in Repository.Files("src", ".cs")
            from Match type in Types().Matches(file.Text)
            let name = type.Groups[1].Value
            where Grey().IsMatch(name) && !name.EndsWith("TagHelper", StringComparison.Ordinal) && !AllowedNames.Contains(name)
            select $"{file}: {name}";

        Findings.None(grey);
    }

    [Fact]
    public void No_folder_bears_a_grey_name()
    {
        string[] refused = ["Common", "Core", "Shared", "Infrastructure", "Helpers", "Utils", "Services", "Managers"];

        var grey = Repository.Files("src", ".cs", ".cshtml").SelectMany(file => file.Path.Split('/')[2..^1].Intersect(refused).Select(folder => $"{file}: {folder}"));

        Findings.None(grey);
    }

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        var silent =
            from file in Repository.Files("src", ".cs")
            from Match type in PublicTypes().Matches(file.Text)
            let name = type.Groups["name"].Value
            where !type.Groups["before"].Value.Contains("///", StringComparison.Ordinal) && !SaysItself(name) && !IsAtTheFoot(file, name)
            select $"{file}: {name}";

        Findings.None(silent);
    }

    // Mappings, queries and the like are named by what they hold; small enums and records stand at the foot of the type they belong to.
    private static bool SaysItself(string name) =>
        name.EndsWith("Mapping", StringComparison.Ordinal) || name.EndsWith("Queries", StringComparison.Ordinal) || name.EndsWith("Extensions", StringComparison.Ordinal);

    private static bool IsAtTheFoot(SourceFile file, string name) =>
        !Path.GetFileNameWithoutExtension(file.Path).Split('.')[0].EndsWith(name, StringComparison.Ordinal) && !file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal)
        || file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && !name.EndsWith("Model", StringComparison.Ordinal)
        || file.Path.Contains("/Schema/", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex Types();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Service|Services|Handler|Dto|Impl|Base|Repository|Mediator)$")]
    private static partial Regex Grey();

    [GeneratedRegex(@"(?<before>(?:^[ \t]*(?:///|\[).*\n)*)^public (?:static |sealed |abstract |readonly |partial )*(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTypes();
}
