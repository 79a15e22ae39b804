using System.Globalization;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Web.Kit;

/// <summary>How a procedure's figures are said: 8.000 đồng, 3 ngày làm việc.</summary>
public static class ProcedureWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    extension(Translator T)
    {
        public string Money(int? dong) => dong switch
        {
            null => T["chưa rõ, hỏi khi nộp"],
            0 => T["Miễn phí"],
            { } amount => T["{0} đồng", amount.ToString("N0", Vietnamese)],
        };

        public string Number(long number) => number.ToString("N0", Vietnamese);

        public string Time(ProcessingTime? time) => time switch
        {
            null or { Unit: null } => T["chưa rõ"],
            { Unit: TimeUnit.SameDay } => T["Trong ngày"],
            { Unit: var unit } => $"{time.Amount} {T[unit.Value.Vi()]}",
        };

        /// <summary>One amount, or from the least to the most.</summary>
        public string Fees(IReadOnlyCollection<Fee> fees)
        {
            var amounts = fees.Select(fee => fee.Amount).ToList();
            return amounts.Count == 0 || amounts.Contains(null) ? T.Money(null)
                : amounts.Min() == amounts.Max() ? T.Money(amounts[0])
                : $"{T.Money(amounts.Min())} – {T.Money(amounts.Max())}";
        }

        public string Ways(Procedure procedure)
        {
            var ways = procedure.Steps.Select(step => step.Channel).Concat(procedure.Times.Select(time => time.Channel)).OfType<DeliveryMode>()
                .Concat(procedure.Online == OnlineServiceLevel.None ? [DeliveryMode.Counter] : [DeliveryMode.Counter, DeliveryMode.Online]).Distinct().Order().Select(way => T[way.Vi()]).ToList();
            return string.Join(", ", ways.Select((way, at) => at == 0 ? way : char.ToLower(way[0], Vietnamese) + way[1..]));
        }
    }
}
