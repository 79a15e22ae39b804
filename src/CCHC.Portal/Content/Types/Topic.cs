using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>One of the six pillars of administrative reform (76/NQ-CP), or their direction.</summary>
[ContentType("topic", "chu-de", "Chủ đề", "Topic", Sought = 90)]
public sealed record Topic : ContentBody
{
    [Field("Trụ cột", "Pillar", Order = 1)]
    public ReformPillar Pillar { get; init; }

    [Field("Số La Mã", "Roman numeral", Order = 2), StringLength(5, ErrorMessage = "Số La Mã dài quá 5 ký tự.")]
    public string? Roman { get; init; }

    [Field("Một dòng cho trang chủ", "One line for the home page", Order = 3), Required(ErrorMessage = "Hãy viết một dòng cho trang chủ."), StringLength(90, ErrorMessage = "Dòng này dài quá 90 ký tự.")]
    public string Short { get; init; } = "";

    [Field("Thứ tự", "Order", Order = 4), Range(0, 99, ErrorMessage = "Thứ tự từ 0 đến 99.")]
    public int Order { get; init; }

    [Field("Thuộc chủ đề (mã)", "Parent topic", Folded = true, Order = 6, Example = "thu-tuc-hanh-chinh", Hint = "Bài ở chủ đề con cũng hiện ở chủ đề cha, mỗi bài một lần."), StringLength(120, ErrorMessage = "Dài quá 120 ký tự.")]
    public string? Parent { get; init; }

    public override IEnumerable<(string Type, string Key)> Names() => string.IsNullOrEmpty(Parent) ? [] : [("topic", Parent)];

    public override IEnumerable<string?> Words() => [Short];
}

public enum ReformPillar { Institutions, Procedures, Apparatus, CivilService, PublicFinance, DigitalGovernment, Direction }
