namespace CCHC.Portal.Channels;

/// <summary>Carries one kind of outbox message to the outside; called at least once for each, so twice must do no harm.</summary>
public interface IDeliver
{
    string Kind { get; }

    /// <summary>The earliest moment at which it may go out; now, unless the channel keeps quiet hours.</summary>
    DateTimeOffset NotBefore(DateTimeOffset now) => now;

    Task Deliver(OutboxMessage message, CancellationToken stop);

    /// <summary>What is kept of a message that was carried.</summary>
    string LeftOf(OutboxMessage message) => "";
}
