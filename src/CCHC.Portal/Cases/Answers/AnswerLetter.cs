using CCHC.Portal.Time;

namespace CCHC.Portal.Cases.Answers;

/// <summary>What an answer to a citizen says: what was checked, the conclusion, the next step and its day, and whom to turn to.</summary>
public sealed record AnswerLetter(string Checked, string Conclusion, string NextStep, DateOnly? By, string Contact)
{
    private const int Least = 10, MostPart = 4_000, MostDaysAhead = 400;

    /// <summary>What the answer still lacks, by part; nothing when it may go out.</summary>
    public IEnumerable<(string Part, string Words)> Missing(DateOnly today)
    {
        foreach (var (part, text, lacking) in new[]
        {
            (nameof(Checked), Checked, "Hãy nêu đã kiểm tra việc gì, ở đâu, ngày nào."),
            (nameof(Conclusion), Conclusion, "Hãy nêu kết luận: phản ánh đúng, không đúng hay chưa rõ, và vì sao."),
            (nameof(NextStep), NextStep, "Hãy nêu việc tiếp theo; nếu đã xong hẳn thì viết là đã xong việc gì."),
            (nameof(Contact), Contact, "Hãy nêu người dân cần hỏi thêm thì liên hệ với ai, bằng cách nào."),
        })
        {
            if (text.Length < Least)
            {
                yield return (part, lacking);
            }
            else if (text.Length > MostPart)
            {
                yield return (part, "Phần này dài quá 4.000 ký tự.");
            }
            else if (text.Contains("{{", StringComparison.Ordinal) || text.Contains('…', StringComparison.Ordinal))
            {
                yield return (part, "Phần này còn chỗ trống của mẫu (dấu … hoặc {{ }}): hãy điền hoặc bỏ đi.");
            }
        }
        if (By is null)
        {
            yield return (nameof(By), "Hãy ghi ngày sẽ xong việc tiếp theo, hoặc ngày đã xong.");
        }
        else if (By > today.AddDays(MostDaysAhead) || By < today.AddDays(-MostDaysAhead))
        {
            yield return (nameof(By), "Ngày này xa quá một năm: hãy xem lại.");
        }
    }

    public const string ToMany = "Kính gửi ông/bà đã gửi phản ánh về việc này,";

    /// <summary>A letter written to one sender, as the others of the same matter get it: it names nobody.</summary>
    public static string ToOthers(string letter) =>
        letter.StartsWith("Kính gửi", StringComparison.Ordinal) && letter.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? ToMany + letter[end..] : letter;

    /// <summary>The letter as the citizen reads it.</summary>
    public string Join(string greeting, string signature) => string.Join("\n\n",
        greeting, "Đã kiểm tra: " + Checked, "Kết luận: " + Conclusion, $"Việc tiếp theo: {NextStep}\nNgày xong: {(By is { } day ? VietnamTime.ShortDate(day) : "")}", "Liên hệ: " + Contact, signature);
}
