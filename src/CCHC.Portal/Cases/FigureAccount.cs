using System.Text.Json;
using System.Text.Json.Serialization;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>A unit's account of a quarter as its head signed for it: the numbers of that moment, kept as they were. Signed anew it is another one.</summary>
public sealed class FigureAccount : ISiteOwned
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public Guid UnitId { get; init; }

    /// <summary>As <see cref="FigurePeriod.Key"/> writes it.</summary>
    public required string Period { get; init; }

    public required string LineJson { get; init; }

    /// <summary>What the head says to the numbers.</summary>
    public string Remark { get; init; } = "";

    public Guid SignedBy { get; init; }
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>The day it left the house, under which number and to whom; null while it lies here.</summary>
    public DateOnly? SentOn { get; private set; }

    public string SentNumber { get; private set; } = "";
    public string SentTo { get; private set; } = "";
    public Guid? SentBy { get; private set; }

    public FigureLine Line => JsonSerializer.Deserialize<FigureLine>(LineJson, Written)!;

    /// <summary>Written again when a number was mistyped; the log keeps each time.</summary>
    public void Send(DateOnly on, string number, string to, Guid by) => (SentOn, SentNumber, SentTo, SentBy) = (on, number, to, by);

    /// <summary>Why it cannot be signed for, in Vietnamese; null when it can.</summary>
    public static string? WhyNot(FigurePeriod period, DateOnly today) => period.End > today ? "Kỳ này chưa hết nên chưa ký xác nhận được." : null;

    public static FigureAccount Sign(Guid unit, FigurePeriod period, FigureLine line, string remark, Guid by, DateTimeOffset now, DateOnly today) =>
        WhyNot(period, today) is { } why ? throw new InvalidOperationException(why) : new FigureAccount
        {
            UnitId = unit,
            Period = period.Key,
            LineJson = JsonSerializer.Serialize(line, Written),
            Remark = remark,
            SignedBy = by,
            SignedAt = now,
        };
}
