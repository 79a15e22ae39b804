namespace CCHC.Portal.Cli;

/// <summary>The `portal` command: finds the verb that was asked for, checks the words and does it.</summary>
public static class PortalCommand
{
    public static Task<int> Run(string[] words, TextReader input, TextWriter output, TextWriter errors) => Task.FromResult(2);
}
