using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>How much a peer may send at once, and whether peers may live in our own network.</summary>
public sealed record ExchangeSettings
{
    /// <summary>Most messages in one file or request.</summary>
    [Range(1, 1_000)] public int MostMessages { get; init; } = 100;

    /// <summary>Requests of one peer in a minute.</summary>
    [Range(1, 10_000)] public int MostRequestsInMinute { get; init; } = 60;

    /// <summary>Peers are told over plain http and inside our own network too: for the state's own data network (TSLCD) and for tests.</summary>
    public bool OwnNetwork { get; init; }
}
