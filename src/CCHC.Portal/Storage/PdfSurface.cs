namespace CCHC.Portal.Storage;

/// <summary>What can be told of a PDF without opening it: that it is whole, and that it asks for no password.</summary>
internal static class PdfSurface
{
    private const int Tail = 2048;   // signing and scanning programs write a little after the end

    public static IncomingProblem ProblemOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes[^Math.Min(Tail, bytes.Length)..].IndexOf("%%EOF"u8) < 0) return IncomingProblem.Broken;
        return AsksForPassword(bytes) ? IncomingProblem.Encrypted : IncomingProblem.None;
    }

    // The trailer is never compressed, so its /Encrypt can be seen; /EncryptMetadata is another name.
    private static bool AsksForPassword(ReadOnlySpan<byte> bytes)
    {
        var name = "/Encrypt"u8;
        for (var at = bytes.IndexOf(name); at >= 0; at = bytes.IndexOf(name))
        {
            bytes = bytes[(at + name.Length)..];
            if (bytes.IsEmpty || !char.IsAsciiLetterOrDigit((char)bytes[0])) return true;
        }

        return false;
    }
}
