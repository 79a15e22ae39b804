using System.ComponentModel;

namespace CCHC.Portal.Web.Api;

/// <summary>One published thing as open data.</summary>
/// <typeparam name="T">What its kind says.</typeparam>
public sealed record DataItem<T>(
    [property: Description("Mã bền vững, không đổi khi sửa bài hay đổi địa chỉ. / Stable id; it survives edits and new addresses.")] Guid Id,
    [property: Description("Tên bền vững trong loại của nó; văn bản, chủ đề, việc trong đời được gọi bằng tên này. / Stable name within its kind, by which other things refer to it.")] string Key,
    [property: Description("Ngôn ngữ của nội dung: vi hoặc en. / Language of the text: vi or en.")] string Language,
    [property: Description("Các ngôn ngữ đã có bản dịch. / Languages it is published in.")] IReadOnlyList<string> Languages,
    [property: Description("Tiêu đề. / Title.")] string Title,
    [property: Description("Tóm tắt. / Summary.")] string Summary,
    [property: Description("Địa chỉ trang trên cổng. / Address of its page.")] string Url,
    [property: Description("Lúc đăng lần đầu (UTC). / When it first appeared (UTC).")] DateTimeOffset PublishedAt,
    [property: Description("Lúc thay đổi gần nhất (UTC). / When it last changed (UTC).")] DateTimeOffset UpdatedAt,
    [property: Description("Mã đơn vị phụ trách; null khi chưa ghi. / Code of the unit in charge; null when not said.")] string? Unit,
    [property: Description("Tên bền vững của các chủ đề. / Keys of its topics.")] IReadOnlyList<string> Topics,
    [property: Description("true: có số liệu mẫu, chưa kiểm chứng; không dùng làm căn cứ. / true: holds sample figures that nobody verified.")] bool Sample,
    [property: Description("Phần nào là mẫu. / What in it is sample.")] string? SampleNote,
    [property: Description("Các tệp của thư viện mà nội dung gọi tên. / Files of the library that it names.")] IReadOnlyList<DataFile> Files,
    [property: Description("Nội dung theo loại. / What its kind says.")] T Data) where T : class;

/// <summary>A file that a thing names.</summary>
public sealed record DataFile(
    [property: Description("Tên tệp, như trong nội dung. / Name, as the text gives it.")] string Name,
    [property: Description("Địa chỉ tải về; đổi khi tệp đổi. / Address; it changes with the bytes.")] string Url,
    [property: Description("Kiểu nội dung. / Media type.")] string Type,
    [property: Description("Lời tả cho người không nhìn thấy ảnh. / Words for those who cannot see it.")] string Alt,
    [property: Description("Nguồn, tác giả. / Credit.")] string Credit,
    [property: Description("Giấy phép của tệp; rỗng: như cả bộ dữ liệu. / Licence of the file; empty: as the whole.")] string Licence);

/// <summary>One page of a list, with whose it is and where it goes on.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record DataPage<T>(
    [property: Description(DataWording.Licence)] string Licence,
    [property: Description(DataWording.Attribution)] string Attribution,
    [property: Description("Có bao nhiêu mục khớp. / How many match in all.")] int Total,
    [property: Description("Trang này là trang thứ mấy, từ 1. / Which page this is, from 1.")] int Page,
    [property: Description("Mỗi trang nhiều nhất bao nhiêu mục. / The most items of a page.")] int Size,
    [property: Description("Địa chỉ các trang khác. / Addresses of the other pages.")] DataLinks Links,
    [property: Description("Các mục. / The items.")] IReadOnlyList<T> Items);

/// <summary>Where a list goes on.</summary>
public sealed record DataLinks(
    [property: Description("Trang này. / This page.")] string Self,
    [property: Description("Trang đầu. / First page.")] string First,
    [property: Description("Trang trước; null ở trang đầu. / Previous page; null on the first.")] string? Previous,
    [property: Description("Trang sau; null ở trang cuối. / Next page; null on the last.")] string? Next,
    [property: Description("Trang cuối. / Last page.")] string Last);

/// <summary>A thing that is no longer published, so that copies elsewhere can be taken away too.</summary>
public sealed record DataWithdrawal(
    [property: Description("Mã bền vững. / Stable id.")] Guid Id,
    [property: Description("Bộ dữ liệu nó từng thuộc về. / The set it was in.")] string Set,
    [property: Description("Ngôn ngữ đã gỡ. / The language taken away.")] string Language,
    [property: Description("Lúc gỡ (UTC). / When (UTC).")] DateTimeOffset WithdrawnAt);

/// <summary>The figures of a unit on the promise board.</summary>
public sealed record DataPromise(
    [property: Description("Mã đơn vị; TONG là dòng cộng, TRIAGE là chưa giao đơn vị nào. / Code of the unit; TONG the sum, TRIAGE not yet given to a unit.")] string Unit,
    [property: Description("Tên đơn vị. / Name of the unit.")] string Name,
    [property: Description("Số phản ánh đã nhận. / Received.")] int? Received,
    [property: Description("Trả lời đúng hẹn. / Answered on time.")] int? OnTime,
    [property: Description("Trả lời trễ hẹn hoặc đang trễ. / Late.")] int? Late,
    [property: Description("Đang xử lý, còn trong hạn. / Running, within its time.")] int? Running,
    [property: Description("Không có ngày hẹn. / Without an appointed day.")] int? WithoutDay,
    [property: Description("Người gửi đã rút. / Withdrawn by their senders.")] int? Withdrawn,
    [property: Description("Trung vị số ngày làm việc đến khi trả lời. / Median working days until the answer.")] double? MedianDays,
    [property: Description("Điểm hài lòng trung bình, 1 đến 5. / Mean satisfaction, 1 to 5.")] double? Rating);

/// <summary>The promise board of one period.</summary>
public sealed record DataPromises(
    [property: Description(DataWording.Licence)] string Licence,
    [property: Description(DataWording.Attribution)] string Attribution,
    [property: Description("Kỳ số liệu: 2026-q4, 2026-11. / The period.")] string Period,
    [property: Description("Ngày đầu kỳ. / First day.")] DateOnly From,
    [property: Description("Kỳ dừng trước ngày này. / The period ends before this day.")] DateOnly Before,
    [property: Description("Vì sao có số là null. / Why a number is null.")] string Note,
    [property: Description("Mỗi đơn vị một dòng, dòng cuối là cộng. / A line for each unit, the sum last.")] IReadOnlyList<DataPromise> Lines);

/// <summary>What open data there is.</summary>
public sealed record DataIndex(
    [property: Description("Tên cổng. / Name of the portal.")] string Name,
    [property: Description(DataWording.Licence)] string Licence,
    [property: Description(DataWording.Attribution)] string Attribution,
    [property: Description("Trang hướng dẫn. / The page that explains it.")] string Documentation,
    [property: Description("Tài liệu OpenAPI. / The OpenAPI document.")] string OpenApi,
    [property: Description("Các bộ dữ liệu. / The sets.")] IReadOnlyList<DataSetLine> Sets);

/// <summary>One set of the index.</summary>
public sealed record DataSetLine(
    [property: Description("Tên trong địa chỉ. / Name in its address.")] string Name,
    [property: Description("Tên gọi. / Title.")] string Title,
    [property: Description("Địa chỉ JSON. / Address as JSON.")] string Json,
    [property: Description("Địa chỉ CSV; null khi không có. / Address as CSV; null when there is none.")] string? Csv);

/// <summary>What is said in more than one place of the document.</summary>
internal static class DataWording
{
    public const string Licence = "Điều kiện dùng lại. / Terms of reuse.", Attribution = "Ghi nguồn như sau. / How to name the source.";
}
