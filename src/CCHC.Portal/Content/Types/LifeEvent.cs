using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>Something that happens in a life and brings several procedures with it: a birth, a wedding, a house, a shop.</summary>
[ContentType("lifeEvent", "viec-doi", "Việc trong đời", "Life event", Folder = "life-events", Sought = 110)]
public sealed record LifeEvent : ContentBody
{
    [Field("Tên ngắn", "Short name", Order = 1, Example = "Sinh con"), Required(ErrorMessage = "Hãy viết tên ngắn."), StringLength(60, ErrorMessage = "Dài quá 60 ký tự.")]
    public string Short { get; init; } = "";

    [Field("Biểu tượng", "Icon", Order = 2), RegularExpression("^[a-z-]{2,30}$", ErrorMessage = "Tên biểu tượng chỉ gồm chữ thường và dấu gạch.")]
    public string Icon { get; init; } = "clipboard-text";

    [Field("Thứ tự", "Order", Order = 3), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    [Field("Các trang đọc lần lượt", "Pages in order", Input = FieldInput.Rows, Order = 6, Hint = "Người dân đi từng trang: bước 1, bước 2… có nút trước, sau. Trang chưa đăng thì tự bỏ qua.")]
    public List<JourneyStep> Steps { get; init; } = [];

    public override IEnumerable<(string Type, string Key)> Names() => Steps.Select(step => (step.TypeKey, step.Key));

    public override IEnumerable<string> AlsoCalled() => [Short, .. OtherNames];

    public override IEnumerable<string?> Words() => [Short, .. OtherNames];
}

/// <summary>One page of a way through a life event.</summary>
public sealed record JourneyStep
{
    [Field("Loại trang", "Kind of page", Order = 1)] public JourneyPage Type { get; init; }
    [Field("Mã trang", "Key", Order = 2, Example = "dang-ky-khai-sinh"), StringLength(120, ErrorMessage = "Dài quá 120 ký tự.")] public string Key { get; init; } = "";

    /// <summary>The key of its content type.</summary>
    public string TypeKey => char.ToLowerInvariant($"{Type}"[0]) + $"{Type}"[1..];
}

public enum JourneyPage { Procedure, Guide, OneStopSite, Question, StandingPage, Article }
