using CCHC.Portal.Operations;

namespace CCHC.Portal.Cli.Verbs;

internal static class Restore
{
    public static readonly Verb Verb = new("restore --from FILE --folder FOLDER", "Unpacks a backup into an empty folder and checks that its databases are whole.", async (asked, stop) =>
    {
        try
        {
            var report = await PortalBackup.Restore(Path.GetFullPath(asked["from"]), Path.GetFullPath(asked["folder"]), stop);
            await asked.Say($"Restored {report.Databases} databases, {report.Files} files, {report.Keys} keys. Start with --storage {Path.GetFullPath(asked["folder"])}, or set Storage__Folder.");
            return 0;
        }
        catch (BackupProblem problem)
        {
            throw new CommandProblem(problem.Message);
        }
    });
}
