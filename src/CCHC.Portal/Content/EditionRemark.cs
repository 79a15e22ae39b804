using CCHC.Portal.Storage;

namespace CCHC.Portal.Content;

/// <summary>What colleagues said about an item on its way: remarks, and the reason of every decision. Stays with the item through its editions.</summary>
public sealed class EditionRemark : ISiteOwned
{
    public const int Longest = 2_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid ItemId { get; init; }
    public Guid EditionId { get; init; }
    public RemarkKind Kind { get; init; }
    public Guid? PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    public static EditionRemark On(Edition edition, RemarkKind kind, Guid? by, string text, DateTimeOffset now) =>
        new() { ItemId = edition.ItemId, EditionId = edition.Id, Kind = kind, PersonId = by, Text = text, At = now };
}

public enum RemarkKind { Remark, Submission, Approval, Refusal, Emergency, SecondLook, Withdrawal }
