namespace CCHC.Portal.Channels;

/// <summary>Carries one kind of outbox message to the outside; called at least once for each, so twice must do no harm.</summary>
public interface IDeliver
{
    string Kind { get; }

    Task Deliver(OutboxMessage message, CancellationToken stop);
}
