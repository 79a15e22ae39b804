using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace CCHC.Portal.People;

/// <summary>Keeps passwords as Argon2id with the parameters beside the hash, so that they can grow later.</summary>
public sealed class Argon2Passwords : IPasswordHasher<Person>
{
    private const int MemoryKb = 19 * 1024, Passes = 2, Lanes = 1, Size = 32;   // OWASP's minimum for Argon2id

    public string HashPassword(Person user, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Derive(password, salt, MemoryKb, Passes, Lanes);
        return $"argon2id${MemoryKb}${Passes}${Lanes}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }

    public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        // What is not one of our hashes, or no password at all, opens to nobody; it is not an error of the sign-in page.
        if (providedPassword == ""
            || hashedPassword.Split('$') is not ["argon2id", var memory, var passes, var lanes, var salt, var hash]
            || !(IsCount(memory, out var memoryKb) && IsCount(passes, out var rounds) && IsCount(lanes, out var width))
            || !(IsBytes(salt, 8, out var salted) && IsBytes(hash, Size, out var wanted)))
        {
            return PasswordVerificationResult.Failed;
        }
        return CryptographicOperations.FixedTimeEquals(Derive(providedPassword, salted, memoryKb, rounds, width), wanted)
            ? PasswordVerificationResult.Success
            : PasswordVerificationResult.Failed;
    }

    private static bool IsCount(string text, out int count) => int.TryParse(text, CultureInfo.InvariantCulture, out count) && count > 0;

    private static bool IsBytes(string text, int least, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var valid = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return valid && length >= least;
    }

    private static byte[] Derive(string password, byte[] salt, int memoryKb, int passes, int lanes)
    {
        using var argon = new Argon2id(Encoding.UTF8.GetBytes(password.Normalize()))
        {
            Salt = salt,
            MemorySize = memoryKb,
            Iterations = passes,
            DegreeOfParallelism = lanes,
        };
        return argon.GetBytes(Size);
    }
}
