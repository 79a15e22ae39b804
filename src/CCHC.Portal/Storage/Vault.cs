using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CCHC.Portal.Storage;

/// <summary>Encrypts what identifies a person, under a key that is kept apart from the database.</summary>
public sealed class Vault
{
    private const int NonceSize = 12, TagSize = 16, KeySize = 32;
    private readonly byte[] master;

    /// <summary>A vault for one thing only, whose key somebody else keeps.</summary>
    public Vault(byte[] key) => master = key.Length == KeySize ? key : throw new ArgumentException("A vault needs a key of the right length.", nameof(key));

    /// <summary>Reads the key file, or makes it on the first start.</summary>
    public Vault(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".key");
        if (!File.Exists(path))
        {
            var fresh = path + "." + Environment.ProcessId;
            File.WriteAllText(fresh, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
            try { File.Move(fresh, path, overwrite: false); }
            catch (IOException) when (File.Exists(path)) { File.Delete(fresh); }   // another process was first
        }
        master = Convert.FromBase64String(File.ReadAllText(path).Trim());
        if (master.Length != KeySize)
        {
            throw new InvalidOperationException($"The key in {name}.key must be {KeySize} bytes in Base64.");
        }
    }

    /// <summary>A key of its own for one purpose, so that no two uses share one.</summary>
    public byte[] KeyFor(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, KeySize, info: Encoding.UTF8.GetBytes(purpose));

    public byte[] Lock<T>(T value, string purpose) => LockBytes(JsonSerializer.SerializeToUtf8Bytes(value), purpose);

    public T Unlock<T>(byte[] box, string purpose) => JsonSerializer.Deserialize<T>(UnlockBytes(box, purpose))!;

    public byte[] LockBytes(byte[] plain, string purpose)
    {
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(KeyFor(purpose), TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));
        return box;
    }

    public byte[] UnlockBytes(byte[] box, string purpose)
    {
        if (box.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("Too short to be a box.");
        }
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(KeyFor(purpose), TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain);
        return plain;
    }

    /// <summary>A keyed fingerprint: proves a secret without keeping it.</summary>
    public byte[] Fingerprint(string text, string purpose) => HMACSHA256.HashData(KeyFor(purpose), Encoding.UTF8.GetBytes(text));
}
