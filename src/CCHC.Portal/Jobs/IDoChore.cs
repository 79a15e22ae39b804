namespace CCHC.Portal.Jobs;

/// <summary>Does one kind of chore; called at least once for each, so twice must do no harm.</summary>
public interface IDoChore
{
    string Kind { get; }

    /// <summary>Takes minutes rather than seconds, and waits in the other line.</summary>
    bool IsHeavy { get; }

    /// <summary>The database is inside the chore's site.</summary>
    Task Do(Chore chore, IServiceProvider services, ChoreProgress progress, CancellationToken stop);
}

/// <summary>Says how far a chore is: percent, and in Vietnamese what is being done.</summary>
public delegate void ChoreProgress(int percent, string word);

/// <summary>The chore can never succeed, however often it is tried; the words are for staff, in Vietnamese.</summary>
public sealed class HopelessChoreException(string words) : Exception(words);
