using CCHC.Portal.Cases;
using CCHC.Portal.Sites;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

/// <summary>Random lives of a case: whatever order the verbs come in, what must hold holds, and a verb that refuses has changed nothing.</summary>
public sealed class FeedbackVerbsTests
{
    private const string Secret = "NOI-BO";
    private static readonly SiteMap Site = Given.SiteMap();
    private static readonly Terms Terms = Given.Terms(Site);
    private static readonly Guid[] Units = [.. Site.Units.Where(unit => unit.Kind is UnitKind.Internal).Select(unit => unit.Id)], People = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
    private static readonly Guid Outside = Site.UnitByCode("X-PHA")!.Id;

    private static readonly (string Name, Action<Feedback, int, DateTimeOffset> Do)[] Verbs =
    [
        ("Classify", (feedback, pick, now) => feedback.Classify((FeedbackKind)(pick % 5), (FeedbackField)(pick % 16), pick % 2 == 0 ? Terms : null, Secret, Person(pick), now)),
        ("Forward", (feedback, pick, now) => feedback.Forward(Unit(pick), "Chuyển đúng đơn vị", Person(pick), now, Terms)),
        ("Take", (feedback, pick, now) => feedback.Take(Person(pick), now)),
        ("Entrust", (feedback, pick, now) => feedback.Entrust(Person(pick), Secret, Person(pick + 1), now)),
        ("Ask", (feedback, pick, now) => feedback.Ask("Số nhà?", Person(pick), now)),
        ("Note", (feedback, pick, now) => feedback.Note(Secret, Person(pick), now)),
        ("Answer", (feedback, pick, now) => feedback.Answer("Đã xong.", Person(pick), now, Terms.Calendar)),
        ("Decline", (feedback, pick, now) => feedback.Decline("Không thuộc phạm vi", Person(pick), now, Terms.Calendar)),
        ("HandOver", (feedback, pick, now) => feedback.HandOver(Outside, "Thuộc nơi khác", Person(pick), now, Terms.Calendar)),
        ("ComeBack", (feedback, pick, now) => feedback.ComeBack("Trả lại", Person(pick), now, Terms)),
        ("Add", (feedback, pick, now) => feedback.Add("Thêm: số 12", now, Terms.Calendar)),
        ("Reveal", (feedback, pick, now) => feedback.Reveal(Person(pick), now)),
        ("AskExtension", (feedback, pick, now) => feedback.AskExtension(1 + pick % 5, Secret, Person(pick), now)),
        ("ExtendDeadline", (feedback, pick, now) => feedback.ExtendDeadline(1 + pick % 5, "Chờ kết quả đo đạc", Person(pick), now, Terms.Calendar)),
        ("Support", (feedback, pick, now) => feedback.AskSupport(Unit(pick), null, Secret, Person(pick), now)),
        ("About", (feedback, pick, now) => Accuse(feedback, Unit(pick), Person(pick), now)),
        ("Lift", (feedback, pick, now) => feedback.IsNotAbout(feedback.Abouts.FirstOrDefault(about => about.Stands)?.Id ?? throw new InvalidOperationException("none"), Secret, Person(pick), now)),
    ];

    [Fact]
    public void Whatever_is_done_in_whatever_order_the_case_stays_whole() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 4], Gen.Select(Gen.Int[0, Verbs.Length - 1], Gen.Int[0, 1_000], Gen.Int[1, 3_000]).Array[1, 25]).Sample((inTriage, kind, steps) =>
        {
            var feedback = Given.Feedback((FeedbackKind)kind, Units[0], inTriage);
            feedback.StartClocks(Terms);
            var now = Given.Morning;
            var trail = new List<string>();
            foreach (var (verb, pick, minutes) in steps)
            {
                now = now.AddMinutes(minutes);
                var (before, history) = (Print(feedback), feedback.Events.ToList());
                var refused = false;
                try
                {
                    Verbs[verb].Do(feedback, pick, now);
                }
                catch (InvalidOperationException)
                {
                    refused = true;
                }
                trail.Add(Verbs[verb].Name + (refused ? " (refused)" : ""));
                var told = string.Join(" → ", trail);
                Assert.True(!refused || Print(feedback) == before, $"A refused verb changed the case: {told}\n{before}\n{Print(feedback)}");
                Assert.True(feedback.Events.Take(history.Count).SequenceEqual(history), $"The history lost or changed a line: {told}");
                Holds(feedback, told);
            }
        }, iter: 3_000, seed: null);

    private static void Holds(Feedback feedback, string told)
    {
        var running = feedback.Clocks.Where(clock => clock.IsRunning).ToList();
        if (feedback.State is FeedbackState.Answered or FeedbackState.Declined)
        {
            Assert.True(running.Count == 0 && feedback.PausedOn is null, $"A clock runs on after the end: {told}");
        }
        Assert.True(running.Count(clock => clock.IsPromise) <= 1, $"Two promises run at once: {told}");
        Assert.True(!feedback.IsOpen || feedback.DueAt is null || running.Exists(clock => clock.IsPromise && clock.DueAt == feedback.DueAt), $"The day shown is not the clock's: {told}");
        Assert.True(feedback.PausedOn is null || feedback.State is FeedbackState.Waiting or FeedbackState.Forwarded, $"The clock stands still in {feedback.State}: {told}");
        Assert.True(feedback.State != FeedbackState.Assigned || feedback.UnitId is not null, $"Assigned to nobody: {told}");
        Assert.True(feedback.UnitId is not { } unit || !feedback.IsOpen || !feedback.IsBarredTo(unit), $"With those it is about: {told}");
        Assert.True(feedback.OfficerId is not { } officer || !feedback.IsBarredTo(officer, []), $"In the hands of whom it is about: {told}");
        Assert.True(feedback.Events.TrueForAll(happened => !happened.IsPublic || !happened.Text.Contains(Secret, StringComparison.Ordinal)), $"Internal words are public: {told}");
        Assert.True(feedback.Events.Zip(feedback.Events.Skip(1)).All(pair => pair.First.At <= pair.Second.At.AddMilliseconds(2)), $"The history is out of order: {told}");
    }

    // As the page does it: noted, and moved away at once when it is with them.
    private static void Accuse(Feedback feedback, Guid unit, Guid person, DateTimeOffset now)
    {
        var about = new CaseAbout { UnitId = unit, At = now, MarkedBy = person };
        feedback.IsAbout(about, [new CaseBar { AboutId = about.Id, UnitId = unit }, new CaseBar { AboutId = about.Id, PersonId = person }], Secret, now);
        if (feedback.IsOpen && feedback.UnitId is { } had && feedback.IsBarredTo(had))
        {
            feedback.MoveAway(Units.Cast<Guid?>().FirstOrDefault(free => !feedback.IsBarredTo(free!.Value)), "Chuyển cấp trên", person, now, Terms);
        }
    }

    private static string Print(Feedback feedback) => string.Join('|', feedback.State, feedback.UnitId, feedback.OfficerId, feedback.DueAt, feedback.PausedOn, feedback.Kind, feedback.Field, feedback.IsBarred, feedback.Events.Count, feedback.Bars.Count, feedback.Abouts.Count, feedback.Supporting.Count,
        string.Join(',', feedback.Clocks.Select(clock => $"{clock.Kind}{clock.DueAt}{clock.IsRunning}{clock.Pausing?.Reason}")));

    private static Guid Unit(int pick) => Units[pick % Units.Length];

    private static Guid Person(int pick) => People[pick % People.Length];
}
