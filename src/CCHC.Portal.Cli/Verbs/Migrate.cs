namespace CCHC.Portal.Cli.Verbs;

internal static class Migrate
{
    public static readonly Verb Verb = new("migrate", "Brings the databases up to date. Safe to run twice, and before the web server starts.", async (asked, stop) =>
    {
        await asked.Prepare(stop);
        await asked.Say($"The databases are up to date ({asked.Storage.Engine}).");
        return 0;
    });
}
