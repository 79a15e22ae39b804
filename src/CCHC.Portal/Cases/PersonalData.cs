using System.Text.RegularExpressions;

namespace CCHC.Portal.Cases;

/// <summary>Finds what tells who somebody is, so that it can be covered before a text is published (regulation.md §6, §10). It suggests; a person covers.</summary>
public static partial class PersonalData
{
    private const int MostCharacters = 200_000, LongestBody = 30;

    /// <summary>The places in the order of the text; none overlaps another.</summary>
    public static IReadOnlyList<PersonalSpan> In(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }
        var read = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var found = new List<PersonalSpan>();
        var taken = new bool[read.Length];
        Take(found, taken, read, PersonalDataKind.Email, Email());
        Take(found, taken, read, PersonalDataKind.BankAccount, Account());
        Take(found, taken, read, PersonalDataKind.DossierNumber, Dossier());
        Take(found, taken, read, PersonalDataKind.IdentityNumber, Identity());
        Take(found, taken, read, PersonalDataKind.Phone, Phone());
        Take(found, taken, read, PersonalDataKind.Plate, Plate());
        Take(found, taken, read, PersonalDataKind.Address, Address());
        Take(found, taken, read, PersonalDataKind.Name, Name());
        return [.. found.OrderBy(span => span.Start)];
    }

    private static void Take(List<PersonalSpan> found, bool[] taken, string text, PersonalDataKind kind, Regex pattern)
    {
        foreach (Match match in pattern.Matches(text))
        {
            var part = match.Groups["it"] is { Success: true } it ? it : match;
            var place = taken.AsSpan(part.Index, part.Length);
            if (!place.Contains(true) && !IsBody(text, match.Groups["post"], part.Index))
            {
                place.Fill(true);
                found.Add(new PersonalSpan(kind, part.Index, part.Length));
            }
        }
    }

    // Only a post can be one of a body: behind "ông", "bà" stands somebody, whatever the name.
    private static bool IsBody(string text, Group post, int at) =>
        post.Success && text.AsSpan(post.Index + post.Length, at - post.Index - post.Length).Trim(" :").IsEmpty && Body().IsMatch(text.AsSpan(at, Math.Min(LongestBody, text.Length - at)));

    private const RegexOptions How = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{2,63}){1,4}", How)]
    private static partial Regex Email();

    // "Cán bộ Phòng Kinh tế", "chủ tịch Ủy ban": what follows is a body, not somebody.
    [GeneratedRegex(@"^((?i:ủy ban|uỷ ban|ubnd|hđnd|mttq|mặt trận|trung tâm|văn phòng|công an|chi cục|chi nhánh|một cửa|bộ phận|tổ dân|tổ công|đặc khu|hội đồng)(\P{L}|$)|(Phòng|Ban|Sở|Bộ|Hội|Đảng|Tổ|Xã|Thôn) \p{L}|Đoàn (Thanh niên|thanh niên|thanh tra|thể|xã|phường|kiểm tra|công tác)(\P{L}|$))", How)]
    private static partial Regex Body();

    [GeneratedRegex(@"(^|[^\d.,])(?<it>(\(?\+?84\)?|0)[ .\-]?(2\d{1,2}|[35789]\d?)([ .\-]?\d){7,8})([^\d]|$)", How)]
    private static partial Regex Phone();

    [GeneratedRegex(@"(^|[^\d])(?<it>\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|\d{9}|[B-Cb-cNP]\d{7,8})([^\d]|$)", How)]
    private static partial Regex Identity();

    [GeneratedRegex(@"(^|[^A-Za-z0-9])(?<it>\d{2}[ \-]?[A-Za-zĐđ]{1,2}\d?[ \-.]?(\d{3}\.?\d{2}|\d{4}))([^\d]|$)", How)]
    private static partial Regex Plate();

    [GeneratedRegex(@"(^|[^A-Za-z0-9.\-])(?<it>([A-Z]\d{2}|\d{3})[.\-][A-Z0-9.]{1,14}[.\-]\d{6}[.\-]\d{3,6}|H\d{2}\.\d[\w.\-]{6,30})", How)]
    private static partial Regex Dossier();

    [GeneratedRegex(@"(?i)(stk|số tài khoản|so tai khoan|số tk|so tk|tài khoản số)[ :.]{0,3}(?<it>\d[\d ]{6,22}\d)", How)]
    private static partial Regex Account();

    [GeneratedRegex(@"(^|[^\p{L}])(?<it>(?i:số nhà|so nha|nhà số|nha so|ngõ|ngo|ngách|hẻm|số|so)[ ]{1,2}\d{1,4}[a-z]?(/\d{1,4}[a-z]?){0,3},?[ ]{1,2}(?i:ngõ|ngách|hẻm|đường|duong|phố|pho|tổ|to|thôn|thon|khu|xóm|xom)[ ]{1,2}([\p{L}\p{M}]{1,12}|\d{1,4}[a-z]?)([ ]\p{Lu}[\p{L}\p{M}]{0,10}){0,4})", How)]
    private static partial Regex Address();

    [GeneratedRegex(@"(^|[^\p{L}\p{M}])((?i:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|thầy|bạn|ong|chi|chu|tên là|tên|ten la|tôi là|toi la|họ tên|họ và tên|vợ|chồng|con trai|con gái|bố|mẹ|mr\.?|mrs\.?|ms\.?|đồng chí|đ/c|(?<post>cán bộ|trưởng thôn|bí thư|chủ tịch|giám đốc|kế toán))[ :]{1,3}){1,3}(?<it>\p{Lu}[\p{L}\p{M}]{0,7}\.?([ ]\p{Lu}[\p{L}\p{M}]{0,7}){0,4})", How)]
    private static partial Regex Name();
}

/// <summary>Where in a text something personal stands.</summary>
public readonly record struct PersonalSpan(PersonalDataKind Kind, int Start, int Length);

public enum PersonalDataKind { Name, Phone, IdentityNumber, Email, Plate, Address, DossierNumber, BankAccount }
