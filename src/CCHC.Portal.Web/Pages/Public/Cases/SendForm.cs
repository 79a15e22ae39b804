using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Channels;
using CCHC.Portal.Language;
using CCHC.Portal.Sites;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>What a person types into the feedback form, over its three steps.</summary>
public sealed class SendForm
{
    public const int MostCharacters = 10_000;

    public string? Kind { get; set; }
    public string? Field { get; set; }
    public string? Message { get; set; }
    public string? Place { get; set; }
    /// <summary>Whom it is about: the unit by its code, what of it, and the post or name.</summary>
    public string? AboutUnit { get; set; }
    public string? AboutPost { get; set; }
    public string? AboutName { get; set; }

    public string? Day { get; set; }
    public string? Month { get; set; }
    public string? Year { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public bool Withheld { get; set; }
    public bool WantsMail { get; set; }
    public bool WantsText { get; set; }
    public bool MayPublish { get; set; }
    public bool Agreed { get; set; }

    /// <summary>The sender was shown whom to call and says that nobody is in danger now.</summary>
    public bool IsCalm { get; set; }

    public FeedbackKind? KindValue => Enum.TryParse<FeedbackKind>(Kind, out var kind) && Enum.IsDefined(kind) && kind <= FeedbackKind.Denunciation ? kind : null;

    public FeedbackField? FieldValue => Enum.TryParse<FeedbackField>(Field, out var known) && Enum.IsDefined(known) ? known : null;

    public DateOnly? HappenedOn =>
        int.TryParse(Day, out var day) && int.TryParse(Month, out var month) && int.TryParse(Year, out var year)
        && year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public AboutPost AboutPostValue => Enum.TryParse<AboutPost>(AboutPost, out var post) && Enum.IsDefined(post) ? post : CCHC.Portal.Cases.AboutPost.Unit;

    public bool IsAboutSomebody => !string.IsNullOrEmpty(AboutUnit) || !string.IsNullOrEmpty(AboutName);

    /// <summary>Whom it is about, as far as the site knows the unit: that they do not read it is promised for every kind but praise.</summary>
    public IReadOnlyList<AboutWhom> About(SiteMap site) => KindValue == FeedbackKind.Praise ? [] : Accused(site);

    /// <summary>Whom it accuses, whatever kind was chosen: for what goes under seal.</summary>
    public IReadOnlyList<AboutWhom> Accused(SiteMap site) => IsAboutSomebody ? [new AboutWhom(site.UnitByCode(AboutUnit)?.Id, AboutPostValue, AboutName ?? "")] : [];

    /// <summary>The unit that is praised, as far as the site knows it.</summary>
    public Unit? Praised(SiteMap site) => KindValue == FeedbackKind.Praise ? site.UnitByCode(AboutUnit) : null;

    /// <summary>Who is praised, kept beside the words: nobody is barred by it.</summary>
    public IReadOnlyList<GivenAnswer> Praise(SiteMap site) =>
        KindValue != FeedbackKind.Praise || !IsAboutSomebody ? [] : [new GivenAnswer("praised", "Bạn khen", "You praise", Whom(Praised(site)?.Name), Whom(Praised(site)?.NameIn("en")))];

    private string Whom(string? unit) => string.Join(" · ", new[] { unit, AboutName }.Where(word => !string.IsNullOrEmpty(word)));

    /// <summary>The address of a published answer whose matter the writer met, too.</summary>
    public string? Same { get; set; }

    public bool HasDate => !string.IsNullOrWhiteSpace(Day + Month + Year);

    /// <summary>Puts everything into the form it is kept in: NFC, without hidden characters.</summary>
    public void Clean()
    {
        Message = VietnameseText.Clean(Message);
        (Place, Name, Address, Phone, Email) = (VietnameseText.CleanLine(Place), VietnameseText.CleanLine(Name), VietnameseText.CleanLine(Address), VietnameseText.CleanLine(Phone), VietnameseText.CleanLine(Email));
        AboutName = VietnameseText.CleanLine(AboutName);
        (Day, Month, Year) = (Day?.Trim(), Month?.Trim(), Year?.Trim());
    }

    /// <summary>What is wrong in the first step: what happened.</summary>
    public void CheckWhat(ModelStateDictionary wrong, DateOnly today)
    {
        if (KindValue is null)
        {
            wrong.AddModelError("Form.Kind", "Chọn bạn muốn gửi gì");
        }
        if (FieldValue is null)
        {
            wrong.AddModelError("Form.Field", "Chọn lĩnh vực; nếu không rõ, chọn “Khác hoặc không rõ”");
        }
        if (string.IsNullOrWhiteSpace(Message))
        {
            wrong.AddModelError("Form.Message", "Hãy viết nội dung");
        }
        else if (Message.Length > MostCharacters)
        {
            wrong.AddModelError("Form.Message", "Nội dung dài quá 10.000 ký tự. Hãy rút ngắn hoặc gửi phần còn lại thành tệp PDF");
        }
        if (Place?.Length > 200)
        {
            wrong.AddModelError("Form.Place", "Nơi xảy ra dài quá 200 ký tự");
        }
        if (AboutName?.Length > 200)
        {
            wrong.AddModelError("Form.AboutName", "Tên hoặc chức danh dài quá 200 ký tự");
        }
        if (HasDate && HappenedOn is null)
        {
            wrong.AddModelError("Form.Day", "Nhập ngày xảy ra, ví dụ 08 11 2026, hoặc để trống cả ba ô");
        }
        else if (HappenedOn > today)
        {
            wrong.AddModelError("Form.Day", "Ngày xảy ra không thể ở sau hôm nay");
        }
    }

    /// <summary>What is wrong in the second step: who you are.</summary>
    public void CheckWho(ModelStateDictionary wrong)
    {
        if (Name?.Length > 100)
        {
            wrong.AddModelError("Form.Name", "Họ tên dài quá 100 ký tự");
        }
        if (Address?.Length > 200)
        {
            wrong.AddModelError("Form.Address", "Địa chỉ dài quá 200 ký tự");
        }
        CheckReach(wrong, "Form.Email", "Form.Phone");
        if (WantsMail && string.IsNullOrEmpty(Email))
        {
            wrong.AddModelError("Form.Email", "Nhập địa chỉ thư để nhận tin, hoặc bỏ chọn nhận tin qua thư");
        }
        if (WantsText && string.IsNullOrEmpty(Phone))
        {
            wrong.AddModelError("Form.Phone", "Nhập số điện thoại để nhận tin, hoặc bỏ chọn nhận tin nhắn");
        }
    }

    /// <summary>What is wrong with the ways to reach somebody.</summary>
    public void CheckReach(ModelStateDictionary wrong, string email, string phone)
    {
        if (!string.IsNullOrEmpty(Phone) && PhoneNumber.Normalise(Phone) is null)
        {
            wrong.AddModelError(phone, "Số điện thoại chưa đúng, ví dụ 0912 345 678 hoặc 0225 384 2000");
        }
        if (!string.IsNullOrEmpty(Email) && !LooksLikeMail(Email))
        {
            wrong.AddModelError(email, "Địa chỉ thư chưa đúng, ví dụ ten@vidu.vn");
        }
    }

    public Submitter Submitter => new()
    {
        Name = Name ?? "",
        Address = Address ?? "",
        Phone = string.IsNullOrEmpty(Phone) ? "" : PhoneNumber.Normalise(Phone) ?? "",
        Email = Email ?? "",
    };

    private static bool LooksLikeMail(string text) =>
        text.Length <= 200 && MimeKit.MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address == text && text.IndexOf('@') is > 0 and var at && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.');
}
