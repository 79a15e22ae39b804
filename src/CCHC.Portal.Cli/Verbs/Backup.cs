using CCHC.Portal.Operations;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cli.Verbs;

internal static class Backup
{
    public static readonly Verb Verb = new("backup --to FILE [--with-keys]",
        "Writes databases and files into one .zip, also while the web server runs. Sealed cases stay encrypted; keys go along only when asked.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        var target = Path.GetFullPath(asked["to"]);
        var report = await asked.Of<PortalBackup>().Write(target, asked.Has("with-keys"), stop);
        if (asked.Storage.Engine == DatabaseEngine.PostgreSql)
        {
            await asked.Say("The database is on PostgreSQL: back it up with pg_dump. This file holds the uploaded files only.");
        }
        await asked.Say($"{target}: {report.Databases} databases, {report.Files} files, {report.Keys} keys.");
        if (report.Keys == 0)
        {
            await asked.Say("Without the keys nobody can read who sent a message, nor any sealed case: keep a copy of the keys folder somewhere else.");
        }
        return 0;
    });
}
