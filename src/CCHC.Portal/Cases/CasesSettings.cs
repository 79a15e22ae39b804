using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Cases;

/// <summary>How the portal takes messages in.</summary>
public sealed record CasesSettings
{
    /// <summary>Working days until an answer is due. Our default (regulation.md §3); Luật Tiếp công dân Đ28 allows ten.</summary>
    [Range(1, 60)] public int AnswerWithin { get; init; } = 10;

    /// <summary>Working days until somebody who complains (khiếu nại) is told where and how to lodge it; Luật Tiếp công dân Đ26–27 allows seven to sort and pass on a petition. The promise of messages does not hold for complaints (regulation.md §4).</summary>
    [Range(1, 7)] public int GuideWithin { get; init; } = 7;

    /// <summary>Working days to find out whose a message is; NĐ 20/2008 Đ9 allows five.</summary>
    [Range(1, 5)] public int ClassifyWithin { get; init; } = 2;

    /// <summary>Working days for somebody of the unit to take it in hand.</summary>
    [Range(1, 30)] public int AcceptWithin { get; init; } = 2;

    /// <summary>Working days for a supporting unit to give its part to the lead.</summary>
    [Range(1, 60)] public int ContributeWithin { get; init; } = 5;

    /// <summary>Most working days that one extension may add, and how many extensions a case may have.</summary>
    [Range(1, 60)] public int ExtendAtMost { get; init; } = 10;
    [Range(0, 5)] public int MostExtensions { get; init; } = 1;

    /// <summary>Most files with one message.</summary>
    [Range(0, 20)] public int MostFiles { get; init; } = 5;

    /// <summary>Submissions from one network in ten minutes before the form asks for patience.</summary>
    [Range(1, 1_000_000)] public int MostInTenMinutes { get; init; } = 10;

    /// <summary>Megabytes of files from one network in ten minutes, sent or not: unfinished forms lie on the disk for a day.</summary>
    [Range(1, 100_000)] public int MostMegabytesInTenMinutes { get; init; } = 300;

    /// <summary>Look-ups from one network in a minute.</summary>
    [Range(1, 10_000)] public int MostLookupsInMinute { get; init; } = 10;

    /// <summary>Days after the answer within which the sender may ask again, once.</summary>
    [Range(1, 365)] public int AskAgainWithin { get; init; } = 15;

    /// <summary>An answer rated so low or lower is looked at again by the level above; 0 never, 5 always.</summary>
    [Range(0, 5)] public int AskAgainUpFrom { get; init; } = 2;

    /// <summary>Days for which a rating can be changed.</summary>
    [Range(1, 365)] public int RatingChangeableFor { get; init; } = 7;

    /// <summary>A request about personal data: working days until it is looked at, days until data are corrected, days until they are erased (NĐ 356/2025).</summary>
    [Range(1, 10)] public int DataAcknowledgedWithin { get; init; } = 2;
    [Range(1, 60)] public int DataCorrectedWithin { get; init; } = 10;
    [Range(1, 60)] public int DataErasedWithin { get; init; } = 20;
}
