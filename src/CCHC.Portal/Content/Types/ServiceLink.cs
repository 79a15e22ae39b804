using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>A system outside this portal where a resident does something, and whether it still answers.</summary>
[ContentType("serviceLink", "lien-ket", "Liên kết dịch vụ", "Service link", ListOnly = true, Folder = "links")]
public sealed record ServiceLink : ContentBody
{
    [Field("Địa chỉ", "Address", Order = 1), Required(ErrorMessage = "Hãy nhập địa chỉ."), Url(ErrorMessage = "Địa chỉ phải bắt đầu bằng http:// hoặc https://.")]
    public string Url { get; init; } = "";

    [Field("Nhóm", "Group", Order = 2)]
    public LinkGroup Group { get; init; }

    [Field("Biểu tượng", "Icon", Order = 3), RegularExpression("^[a-z-]{2,30}$", ErrorMessage = "Tên biểu tượng chỉ gồm chữ thường và dấu gạch.")]
    public string Icon { get; init; } = "arrow-up-right";

    [Field("Dùng để làm gì", "What it is for", Order = 4), Required(ErrorMessage = "Hãy viết liên kết dùng để làm gì."), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")]
    public string UseFor { get; init; } = "";

    [Field("Tình trạng", "State", Order = 5)]
    public LinkState State { get; init; }

    [Field("Được thay bằng (mã)", "Replaced by", Order = 6)]
    public string? ReplacedBy { get; init; }

    [Field("Thứ tự", "Order", Order = 7), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    public override IEnumerable<string?> Words() => [UseFor, Url];
}

/// <summary>Where residents do things, and at the end the sources that articles are quoted from.</summary>
public enum LinkGroup { National, City, Tool, Source }

public enum LinkState { Unchecked, Working, Stopped }
