using CCHC.Portal.Time;

namespace CCHC.Portal.Cases;

public static class ClockExtensions
{
    extension(IEnumerable<CaseClock> clocks)
    {
        public IEnumerable<CaseClock> Running() => clocks.Where(clock => clock.IsRunning);

        /// <summary>The promise of an answer that counts now, or counted when the case was closed.</summary>
        public CaseClock? Promise() => clocks.Where(clock => clock.IsPromise)
            .OrderByDescending(clock => clock.IsRunning).ThenByDescending(clock => clock.StartedAt).ThenByDescending(clock => clock.Days).FirstOrDefault();

        public void Stop(DateTimeOffset at, params ClockKind[] kinds)
        {
            foreach (var clock in clocks.Running().Where(clock => kinds.Length == 0 || kinds.Contains(clock.Kind)))
            {
                clock.Stop(at);
            }
        }

        public void Pause(PauseReason reason, DateTimeOffset at)
        {
            foreach (var clock in clocks.Running())
            {
                clock.Pause(reason, at);
            }
        }

        public void Resume(DateTimeOffset at, WorkingCalendar calendar)
        {
            foreach (var clock in clocks.Running())
            {
                clock.Resume(at, calendar);
            }
        }

        /// <summary>Counts those that run anew; says which moved, and from which day.</summary>
        public IReadOnlyList<(CaseClock Clock, DateOnly Old)> Recount(WorkingCalendar calendar)
        {
            var moved = clocks.Running().Select(clock => (Clock: clock, Old: clock.DueAt)).Where(pair => pair.Clock.Counted(calendar) != pair.Old).ToList();
            moved.ForEach(pair => pair.Clock.Recount(calendar));
            return moved;
        }
    }

    /// <summary>The promise in words, as a history says it.</summary>
    public static string Words(this ClockKind kind) => kind switch
    {
        ClockKind.Classify => "Phân loại",
        ClockKind.Accept => "Nhận việc",
        ClockKind.Answer => "Trả lời",
        _ => "Trả lời (đã gia hạn)",
    };
}
