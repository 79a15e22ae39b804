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

    public override IEnumerable<string> AlsoCalled() => [Short, .. OtherNames];

    public override IEnumerable<string?> Words() => [Short, .. OtherNames];
}
