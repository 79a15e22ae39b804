namespace CCHC.Portal.Cases;

/// <summary>Covers what tells who somebody is, leaving a word that says what stood there.</summary>
public static class Redaction
{
    public const string Covered = "[đã che]";

    /// <summary>The text with these places covered; places that overlap or lie outside are a bug of the caller.</summary>
    public static string Apply(string text, IEnumerable<PersonalSpan> places)
    {
        foreach (var place in places.OrderByDescending(place => place.Start))
        {
            text = string.Concat(text.AsSpan(0, place.Start), Mark(place.Kind), text.AsSpan(place.Start + place.Length));
        }
        return text;
    }

    /// <summary>Every place where one of these words stands, whatever its capitals.</summary>
    public static string Cover(string text, IEnumerable<string> words) =>
        words.Select(word => word.Trim()).Where(word => word != "").OrderByDescending(word => word.Length).Aggregate(text, (covered, word) => covered.Replace(word, Covered, StringComparison.OrdinalIgnoreCase));

    public static string Mark(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Name => "[tên]",
        PersonalDataKind.Phone => "[số điện thoại]",
        PersonalDataKind.IdentityNumber => "[số giấy tờ]",
        PersonalDataKind.Email => "[thư điện tử]",
        PersonalDataKind.Plate => "[biển số]",
        PersonalDataKind.Address => "[địa chỉ]",
        PersonalDataKind.DossierNumber => "[mã hồ sơ]",
        _ => "[số tài khoản]",
    };
}
