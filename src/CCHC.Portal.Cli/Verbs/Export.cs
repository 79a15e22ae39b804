using CCHC.Portal.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cli.Verbs;

internal static class Export
{
    public static readonly Verb Verb = new("export --site KEY --to FOLDER [--force]", "Writes what a site publishes as a content-seed folder, which seed loads again with no difference. Also while the web server runs.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        var site = asked.Site(asked["site"]);
        try
        {
            var report = await asked.InScope(services => services.GetRequiredService<Exporting>().Write(site, Path.GetFullPath(asked["to"]), asked.Has("force"), stop));
            foreach (var left in report.LeftOut)
            {
                await asked.Say("Left out: " + left);
            }
            await asked.Say($"{report.Folder}: {report}");
            return report.LeftOut.Count == 0 ? 0 : 1;
        }
        catch (ExportProblem problem)
        {
            throw new CommandProblem(problem.Message);
        }
    });
}
