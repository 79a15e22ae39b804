using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content.Types;

/// <summary>One step of a procedure, for every way of handing in or only for one.</summary>
public sealed record ProcedureStep
{
    [Field("Cách nộp", "Channel", Order = 1)] public DeliveryMode? Channel { get; init; }
    [Field("Tên bước", "Step", Order = 2, Example = "Nộp hồ sơ"), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string Title { get; init; } = "";
    [Field("Cách làm", "Text", Order = 3), StringLength(2000, ErrorMessage = "Dài quá 2000 ký tự.")] public string Text { get; init; } = "";
}

/// <summary>A paper that belongs to the dossier.</summary>
public sealed record RequiredDocument
{
    [Field("Tên giấy tờ", "Paper", Order = 1), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string Name { get; init; } = "";
    [Field("Số bản chính", "Originals", Order = 2), Range(0, 99, ErrorMessage = "Số bản từ 0 đến 99.")] public int? Originals { get; init; }
    [Field("Số bản sao", "Copies", Order = 3), Range(0, 99, ErrorMessage = "Số bản từ 0 đến 99.")] public int? Copies { get; init; }
    [Field("Chỉ xuất trình, không nộp", "Shown only", Order = 4)] public bool Shown { get; init; }
    [Field("Số hiệu mẫu", "Form number", Order = 5), StringLength(80, ErrorMessage = "Dài quá 80 ký tự.")] public string? Form { get; init; }
    [Field("Tệp mẫu trong thư viện", "Template", Input = FieldInput.Media, Order = 6, Holds = MediaKind.Document), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string? TemplateFile { get; init; }
    [Field("Ghi chú", "Note", Order = 7), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Note { get; init; }

    /// <summary>Last, so that tables taken out before still fit.</summary>
    [Field("Mẫu này ở dạng khác (tên tệp, mỗi dòng một)", "Other formats", Order = 8, Example = "to-khai.pdf"), StringLength(600, ErrorMessage = "Dài quá 600 ký tự.")] public string? OtherFormats { get; init; }

    /// <summary>All files of the form.</summary>
    public IEnumerable<string> TemplateFiles() => new[] { TemplateFile ?? "" }.Concat((OtherFormats ?? "").Split('\n')).Select(name => name.Trim()).Where(name => name != "").Distinct();
}

/// <summary>How long it takes, for every way of handing in or only for one.</summary>
public sealed record ProcessingTime
{
    [Field("Cách nộp", "Channel", Order = 1)] public DeliveryMode? Channel { get; init; }
    [Field("Số", "Number", Order = 2), Range(0, 3650, ErrorMessage = "Số từ 0 đến 3650.")] public int? Amount { get; init; }
    [Field("Đơn vị", "Unit", Order = 3)] public TimeUnit? Unit { get; init; }
    [Field("Ghi chú", "Note", Order = 4), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string? Note { get; init; }
}

/// <summary>A fee or levy with the day from which it holds; a newer line of the same name takes over on its day.</summary>
public sealed record Fee
{
    [Field("Trường hợp", "Case", Order = 1, Example = "Đăng ký đúng hạn"), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string Name { get; init; } = "";
    [Field("Loại", "Kind", Order = 2)] public FeeKind? Kind { get; init; }
    [Field("Cách nộp", "Channel", Order = 3)] public DeliveryMode? Channel { get; init; }
    [Field("Áp dụng từ", "From", Order = 4)] public DateOnly? From { get; init; }

    /// <summary>In đồng; 0 is free, nothing is not known.</summary>
    [Field("Số tiền (đồng)", "Amount (VND)", Order = 5), Range(0, 2_000_000_000, ErrorMessage = "Số tiền từ 0 đến 2.000.000.000 đồng.")] public int? Amount { get; init; }

    [Field("Ghi chú", "Note", Order = 6), StringLength(300, ErrorMessage = "Dài quá 300 ký tự.")] public string? Note { get; init; }
}

/// <summary>What a simplification took away: days, papers, money, steps before and after (T4).</summary>
public sealed record Simplification
{
    [Field("Từ ngày", "Since", Order = 1)] public DateOnly? Since { get; init; }
    [Field("Thời hạn trước (ngày)", "Days before", Order = 2), Range(0, 3650, ErrorMessage = "Số từ 0 đến 3650.")] public int? DaysBefore { get; init; }
    [Field("Thời hạn sau (ngày)", "Days after", Order = 3), Range(0, 3650, ErrorMessage = "Số từ 0 đến 3650.")] public int? DaysAfter { get; init; }
    [Field("Số giấy tờ trước", "Papers before", Order = 4), Range(0, 99, ErrorMessage = "Số từ 0 đến 99.")] public int? PapersBefore { get; init; }
    [Field("Số giấy tờ sau", "Papers after", Order = 5), Range(0, 99, ErrorMessage = "Số từ 0 đến 99.")] public int? PapersAfter { get; init; }
    [Field("Phí, lệ phí trước (đồng)", "Fee before", Order = 6), Range(0, 2_000_000_000, ErrorMessage = "Số tiền từ 0 đến 2.000.000.000 đồng.")] public int? FeeBefore { get; init; }
    [Field("Phí, lệ phí sau (đồng)", "Fee after", Order = 7), Range(0, 2_000_000_000, ErrorMessage = "Số tiền từ 0 đến 2.000.000.000 đồng.")] public int? FeeAfter { get; init; }
    [Field("Số bước trước", "Steps before", Order = 8), Range(0, 99, ErrorMessage = "Số từ 0 đến 99.")] public int? StepsBefore { get; init; }
    [Field("Số bước sau", "Steps after", Order = 9), Range(0, 99, ErrorMessage = "Số từ 0 đến 99.")] public int? StepsAfter { get; init; }
    [Field("Theo văn bản", "By which decision", Order = 10), StringLength(200, ErrorMessage = "Dài quá 200 ký tự.")] public string? Basis { get; init; }
}

/// <summary>The field a procedure belongs to.</summary>
public enum ProcedureField { CivilStatus, Certification, Residence, Land, Construction, Business, SocialPolicy, Education, Health, Culture, Agriculture, Environment, Transport, Petitions, Other }

/// <summary>The level of government that settles it.</summary>
public enum ProcedureLevel { Commune, City, Central }

/// <summary>A way of handing a dossier in.</summary>
public enum DeliveryMode { Counter, Online, Post }

/// <summary>In what a processing time is counted.</summary>
public enum TimeUnit { SameDay, Hours, WorkingDays, Days }

/// <summary>A charge pays for a service, a levy is a fixed duty (Luật Phí và lệ phí).</summary>
public enum FeeKind { Levy, Charge }

/// <summary>How much of it can be done online.</summary>
public enum OnlineServiceLevel { None, Partial, Full }

/// <summary>What the latest promulgation did to it.</summary>
public enum ProcedureChangeKind { Standing, New, Amended, Replaced, Abolished }
