using System.Globalization;
using CCHC.Portal.Time;

namespace CCHC.Portal.Cli.Verbs;

internal static class CalendarDue
{
    public static readonly Verb Verb = new("calendar due --site KEY --from MOMENT --days NUMBER", "Says the day by which something received at that moment (Vietnam time, 2026-02-13T10:00) is due.", async (asked, stop) =>
    {
        if (!DateTime.TryParseExact(asked["from"], ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
        {
            throw new CommandProblem($"“{asked["from"]}” is not a moment like 2026-02-13T10:00.");
        }
        if (!int.TryParse(asked["days"], CultureInfo.InvariantCulture, out var days) || days is < 1 or > 1000)
        {
            throw new CommandProblem("--days is a number from 1 to 1000.");
        }
        await asked.Prepare(stop);
        var received = VietnamTime.At(DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from));
        await asked.Say(asked.Site(asked["site"]).Calendar.Due(received, days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return 0;
    });
}
