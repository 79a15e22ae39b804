using System.Text.Json;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>What one night's comparison of all running promises with the calendar found.</summary>
public sealed class ClockProof : ISiteOwned
{
    private const int MostLines = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }
    public DateOnly Day { get; init; }
    public DateTimeOffset At { get; private set; }
    public int Checked { get; private set; }
    public int Differences { get; private set; }
    public string LinesJson { get; private set; } = "[]";

    public IReadOnlyList<Drift> Lines => JsonSerializer.Deserialize<List<Drift>>(LinesJson, JsonSerializerOptions.Web)!;

    /// <summary>Leaves out what tells of a case that is kept here no more.</summary>
    public void Forget(Guid feedbackId) => LinesJson = JsonSerializer.Serialize(Lines.Where(line => line.FeedbackId != feedbackId), JsonSerializerOptions.Web);

    public void Found(int count, IReadOnlyList<Drift> drifts, DateTimeOffset at)
    {
        (At, Checked, Differences) = (at, count, drifts.Count);
        LinesJson = JsonSerializer.Serialize(drifts.Take(MostLines), JsonSerializerOptions.Web);
    }
}
