using CCHC.Portal.Cli.Verbs;

namespace CCHC.Portal.Cli;

/// <summary>The `portal` command: finds the verb that was asked for, checks the words and does it.</summary>
public static class PortalCommand
{
    private static readonly IReadOnlyList<Verb> Verbs = [Migrate.Verb, Seed.Verb, Export.Verb, Reindex.Verb, CreateUser.Verb, ListUsers.Verb, Backup.Verb, Restore.Verb, CalendarDue.Verb, CaseHistories.Prove, CaseHistories.Verify, CaseHistories.History, Classify.Train, Classify.Score, Classify.Verb];

    public static async Task<int> Run(IReadOnlyList<string> words, TextReader input, TextWriter output, TextWriter errors, CancellationToken stop = default)
    {
        if (words.Count == 0 || words.Any(word => word is "--help" or "-h" or "help"))
        {
            await output.WriteLineAsync(Help());
            return 0;
        }
        try
        {
            var verb = Verbs.FirstOrDefault(verb => verb.IsAskedBy(words)) ?? throw new CommandProblem($"There is no “{string.Join(' ', words.TakeWhile(word => !word.StartsWith('-')))}”. Try: portal --help");
            await using var asked = new Asked(verb.Read(words), input, output);
            return await verb.Do(asked, stop);
        }
        catch (CommandProblem problem)
        {
            await errors.WriteLineAsync(problem.Message);
            return 2;
        }
    }

    private static string Help() =>
        "portal: work on a portal's data from the command line.\n\n" +
        string.Join('\n', Verbs.Select(verb => $"  portal {verb.Usage}\n      {verb.Does}")) +
        "\n\n  Every verb also takes:\n" +
        "    --storage FOLDER    the data folder, instead of the configured one\n" +
        "    --settings FOLDER   where appsettings.json lies (default: here, beside the program, or the web server's sources)\n" +
        "\n  Settings come from appsettings.json and from environment variables, as for the web server\n" +
        "  (Storage__Engine, Storage__Connection, Storage__Folder, …).";
}
