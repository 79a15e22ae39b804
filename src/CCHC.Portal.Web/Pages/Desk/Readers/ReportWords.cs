using CCHC.Portal.Content.Readers;

namespace CCHC.Portal.Web.Pages.Desk.Readers;

/// <summary>The states of a report in words, and as the list's filter names them.</summary>
public static class ReportWords
{
    public static readonly IReadOnlyList<(string Key, MistakeState State)> Filters =
        [("moi", MistakeState.New), ("da-sua", MistakeState.Fixed), ("khong-sai", MistakeState.NotAMistake)];

    public static string Of(MistakeState state) => state switch
    {
        MistakeState.New => "Chưa xem",
        MistakeState.Fixed => "Đã sửa",
        _ => "Không phải sai sót",
    };
}
