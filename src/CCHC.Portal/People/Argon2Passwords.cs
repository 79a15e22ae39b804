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
        var parts = hashedPassword.Split('$');
        if (parts is not ["argon2id", var memory, var passes, var lanes, var salt, var hash])
        {
            return PasswordVerificationResult.Failed;
        }
        var derived = Derive(providedPassword, Convert.FromBase64String(salt), int.Parse(memory), int.Parse(passes), int.Parse(lanes));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(hash))
            ? PasswordVerificationResult.Success
            : PasswordVerificationResult.Failed;
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
