using CCHC.Portal.People;
using Microsoft.AspNetCore.Identity;

namespace CCHC.Portal.Tests.People;

public sealed class Argon2PasswordsTests
{
    private static readonly Person Somebody = new() { UserName = "mau" };
    private readonly Argon2Passwords passwords = new();

    [Fact]
    public void A_password_opens_with_itself_and_with_nothing_else()
    {
        var hash = passwords.HashPassword(Somebody, "một cụm từ dài");

        Assert.Equal(PasswordVerificationResult.Success, Verify(hash, "một cụm từ dài"));
        Assert.Equal(PasswordVerificationResult.Failed, Verify(hash, "một cụm từ dàI"));
        Assert.Equal(PasswordVerificationResult.Failed, Verify(hash, ""));
    }

    [Fact]
    public void The_same_password_is_kept_differently_each_time() =>
        Assert.NotEqual(passwords.HashPassword(Somebody, "mật khẩu"), passwords.HashPassword(Somebody, "mật khẩu"));

    [Fact]
    public void What_is_kept_says_how_it_was_made_and_not_what_it_was()
    {
        var hash = passwords.HashPassword(Somebody, "mat-khau-rat-dai");

        Assert.StartsWith("argon2id$19456$2$1$", hash, StringComparison.Ordinal);
        Assert.DoesNotContain("mat-khau", hash, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_typed_apart_or_together_are_the_same_password() =>
        Assert.Equal(PasswordVerificationResult.Success, Verify(passwords.HashPassword(Somebody, "mật khẩu"), "mật khẩu".Normalize(System.Text.NormalizationForm.FormD)));

    [Theory]
    [InlineData("")]
    [InlineData("AQAAAAIAAYagAAAAEK")]
    [InlineData("argon2id$19456$2$1$khong-phai-base64!$x")]
    [InlineData("argon2id$nhiều$2$1$AAAA$AAAA")]
    [InlineData("argon2id$0$0$0$AAAA$AAAA")]
    [InlineData("argon2i$19456$2$1$AAAA$AAAA")]
    public void What_is_not_one_of_our_hashes_opens_to_nobody(string hash) => Assert.Equal(PasswordVerificationResult.Failed, Verify(hash, "gì cũng được"));

    [Fact]
    public void A_hash_with_other_parameters_still_opens()
    {
        using var argon = new Konscious.Security.Cryptography.Argon2id("cũ"u8.ToArray()) { Salt = new byte[16], MemorySize = 64, Iterations = 1, DegreeOfParallelism = 1 };
        var old = $"argon2id$64$1$1${Convert.ToBase64String(new byte[16])}${Convert.ToBase64String(argon.GetBytes(32))}";

        Assert.NotEqual(PasswordVerificationResult.Failed, Verify(old, "cũ"));
    }

    private PasswordVerificationResult Verify(string hash, string password) => passwords.VerifyHashedPassword(Somebody, hash, password);
}
