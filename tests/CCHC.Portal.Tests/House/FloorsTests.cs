using System.Text.RegularExpressions;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Tests.House;

/// <summary>A room names only rooms below it (house.md §2).</summary>
public sealed partial class FloorsTests
{
    // People stand on Sites: what a person is, they are in a unit of a site. Jobs stand on Storage: chores are rows.
    private static readonly string[][] Floors =
    [
        ["Language", "Time"],
        ["Storage"], ["Jobs"],
        ["Sites"], ["People"],
        ["Channels", "Search"],
        ["Content", "Cases", "Plans", "Sealed"],
        ["Operations"],
    ];

    // Each looks over the wall between sites for one reason: it does the same work for every site.
    private static readonly string[] MayLookOverTheWall =
    [
        "src/CCHC.Portal/Storage/Walls.cs",
        "src/CCHC.Portal/Channels/DeliverOutboxJob.cs",
        "src/CCHC.Portal/Cases/SweepDraftFilesJob.cs",
        "src/CCHC.Portal/Content/PublishScheduledJob.cs",
        "src/CCHC.Portal/Content/SweepMediaJob.cs",
        "src/CCHC.Portal/Jobs/DoChoresJob.cs",
    ];

    private static readonly string[] MayNameSealed =
    [
        "src/CCHC.Portal/Sealed/",
        "src/CCHC.Portal/Operations/",
        "src/CCHC.Portal/PortalServices.cs",
        "src/CCHC.Portal.Web/Pages/Desk/Sealed/",
        "src/CCHC.Portal.Web/Pages/Public/Sealed/",
        "src/CCHC.Portal.Web/Pages/Public/Cases/Send",
    ];

    [Fact]
    public void Every_folder_of_the_domain_is_a_room_on_a_floor()
    {
        var folders = Directory.EnumerateDirectories(Repository.Under("src", "CCHC.Portal")).Select(Path.GetFileName)
            .Where(folder => folder is not ("bin" or "obj"));

        Findings.None(folders.OfType<string>().Except(Floors.SelectMany(floor => floor)));
    }

    [Fact]
    public void No_room_names_a_room_beside_or_above_it()
    {
        var broken =
            from file in Repository.Files("src/CCHC.Portal", ".cs")
            let room = RoomOf(file)
            where room is not null
            from named in RoomsNamedIn(file)
            where named != room && FloorOf(named) >= FloorOf(room)
            select $"{file} names {named}";

        Findings.None(broken);
    }

    [Fact]
    public void Nobody_names_Web_or_Cli()
    {
        var broken =
            from file in Repository.Files("src", ".cs", ".cshtml", ".csproj")
            from Match named in Fronts().Matches(file.Text)
            where !file.Path.StartsWith("src/" + named.Value + "/", StringComparison.Ordinal)
            select $"{file} names {named.Value}";

        Findings.None(broken);
    }

    [Fact]
    public void Only_the_job_loop_and_the_operator_look_over_the_wall_between_sites()
    {
        var callers = Repository.Files("src", ".cs", ".cshtml")
            .Where(file => OverTheWall().IsMatch(file.Text))
            .Select(file => file.Path);

        Assert.Equal(MayLookOverTheWall.Order(StringComparer.Ordinal), callers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_their_own_pages_the_form_and_the_operator_name_sealed_cases()
    {
        var broken = Repository.Files("src", ".cs", ".cshtml")
            .Where(file => SealedTypes().IsMatch(file.Text) && !MayNameSealed.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal)))
            .Select(file => file.Path);

        Findings.None(broken);
    }

    [Fact]
    public void The_domain_knows_no_web_server()
    {
        // These keep accounts and keys in the database; neither brings a server along.
        string[] allowed =
        [
            "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore",
            "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.DataProtection.Abstractions",   // the sealed store's own ring
        ];

        var web = typeof(PortalDb).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

        Assert.Empty(web.Except(allowed));
        Assert.DoesNotContain("Microsoft.AspNetCore.App", File.ReadAllText(Repository.Under("src", "CCHC.Portal", "CCHC.Portal.csproj")), StringComparison.Ordinal);
    }

    private static string? RoomOf(SourceFile file) => file.Path.Split('/') is [_, _, var room, _, ..] ? room : null;

    private static IEnumerable<string> RoomsNamedIn(SourceFile file) =>
        Names().Matches(file.Text).Select(match => match.Groups[1].Value).Where(name => FloorOf(name) >= 0).Distinct();

    private static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room));

    [GeneratedRegex(@"CCHC\.Portal\.(\w+)")]
    private static partial Regex Names();

    [GeneratedRegex(@"CCHC\.Portal\.(Web|Cli)\b")]
    private static partial Regex Fronts();

    [GeneratedRegex(@"\bOfEverySite\s*(<|\()|\bIgnoreQueryFilters\s*(<|\()")]
    private static partial Regex OverTheWall();

    [GeneratedRegex(@"CCHC\.Portal\.Sealed\b|\bSealed(Db|Store|Vault|Case|File|Access|Content|Paper|Settings)\b")]
    private static partial Regex SealedTypes();
}
