using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases.Exchange;

/// <summary>A message of a peer that was not taken in, with the reason in words; nothing of what it said.</summary>
public sealed class ExchangeRefusal : ISiteOwned
{
    public const int Most = 500, LongestWhy = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid PeerId { get; init; }
    public required string Number { get; init; }
    public string MessageNumber { get; init; } = "";

    /// <summary>Another text came under a number used before.</summary>
    public bool IsChange { get; set; }

    public string Why { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public int Times { get; set; } = 1;
}
