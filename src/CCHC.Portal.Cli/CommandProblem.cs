namespace CCHC.Portal.Cli;

/// <summary>Something the operator has to put right, in words for the operator.</summary>
public sealed class CommandProblem(string message) : Exception(message);
