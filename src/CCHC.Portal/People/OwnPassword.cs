using System.Security.Cryptography;
using CCHC.Portal.Language;
using Microsoft.AspNetCore.Identity;

namespace CCHC.Portal.People;

/// <summary>Passwords as people choose them, and the one handed out that lasts until they do.</summary>
public sealed class OwnPassword(UserManager<Person> people)
{
    public const string Keeper = "password", Owed = "owed";
    public const int Shortest = 12, Longest = 128;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    // The long ones among the most used, folded; shorter ones the length keeps out.
    private static readonly HashSet<string> Common =
    [
        "123456789012", "1234567890123", "012345678901", "password1234", "passwordpassword", "qwertyuiop12", "qwertyuiopas", "1q2w3e4r5t6y",
        "matkhau12345", "matkhaumatkhau", "motconvitxoera", "anhyeuemnhieu", "vietnam12345", "haiphong1234", "catbahaiphong", "abcdefghijkl",
        "administrator", "quantrihethong", "111111111111", "000000000000", "123123123123", "iloveyou1234", "thu-nghiem-2026",
    ];

    /// <summary>Why a password will not do, in Vietnamese; null when it will.</summary>
    public static string? Problem(string? password, string userName)
    {
        var folded = VietnameseText.Fold(password);
        return password switch
        {
            null or { Length: < Shortest } => $"Mật khẩu cần ít nhất {Shortest} ký tự. Một câu dài dễ nhớ là tốt nhất.",
            { Length: > Longest } => $"Mật khẩu dài quá {Longest} ký tự.",
            _ when Common.Contains(folded.Replace(" ", "", StringComparison.Ordinal)) || folded.Distinct().Count() < 4 => "Mật khẩu này quá dễ đoán. Hãy chọn một câu khác.",
            _ when userName.Length >= 4 && folded.Contains(VietnameseText.Fold(userName), StringComparison.Ordinal) => "Mật khẩu không được chứa tên đăng nhập.",
            _ => null,
        };
    }

    /// <summary>A password to hand over once; its owner changes it before doing anything else.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    public Task MustChange(Person person) => people.SetAuthenticationTokenAsync(person, Keeper, Owed, "1");

    /// <summary>Sets the new one; the new security stamp ends every session.</summary>
    public async Task Change(Person person, string password)
    {
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        await people.RemoveAuthenticationTokenAsync(person, Keeper, Owed);
        await people.UpdateSecurityStampAsync(person);
    }
}
