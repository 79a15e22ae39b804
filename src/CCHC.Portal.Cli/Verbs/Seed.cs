using CCHC.Portal.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cli.Verbs;

internal static class Seed
{
    public static readonly Verb Verb = new("seed [--folder FOLDER]", "Loads content-seed. Nothing doubles; a file with an error is named with its line, and the rest loads.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        var folder = asked.Has("folder") ? Path.GetFullPath(asked["folder"]) : asked.SeedFolder;
        var report = await asked.InScope(services => services.GetRequiredService<Seeding>().Load(folder, stop));
        foreach (var problem in report.Problems)
        {
            await asked.Say(problem.ToString());
        }
        await asked.Say(report.ToString());
        return report.Problems.Count == 0 ? 0 : 1;
    });
}
