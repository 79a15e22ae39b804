using System.IO.Compression;

namespace CCHC.Portal.Storage;

/// <summary>A Word document or sheet from the public: unpacked under limits, without programs, and packed anew without its writer's name.</summary>
internal static class OfficePackage
{
    public const int MostEntries = 2_000, MostRatio = 100;
    public const long MostTogether = 100L * 1024 * 1024;

    private const long UnsuspiciousSize = 1024 * 1024;

    private static readonly string[] Programs = ["vbaProject", "vbaData", "activeX", "oleObject", "macrosheets", "dialogsheets", "customUI"];

    private static ReadOnlySpan<byte> OldOffice => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>An encrypted .docx or .xlsx is an old office file around the locked one.</summary>
    public static bool IsLocked(ReadOnlySpan<byte> bytes) => bytes.StartsWith(OldOffice) && bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    /// <summary>What it is, with its cleaned bytes; or its problem.</summary>
    public static (IncomingProblem Problem, FileKind Kind, byte[] Cleaned) Open(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            var kind = KindOf(names);
            if (kind == FileKind.Unknown)
            {
                return (IncomingProblem.UnknownType, kind, []);
            }
            if (names.Exists(name => Programs.Any(program => name.Contains(program, StringComparison.OrdinalIgnoreCase))))
            {
                return (IncomingProblem.HasProgram, kind, []);
            }
            if (names.Count != names.Distinct(StringComparer.OrdinalIgnoreCase).Count())
            {
                return (IncomingProblem.Broken, kind, []);   // two parts of one name: two programs would read two documents
            }
            return IsSuspicious(archive) || PackAnew(archive) is not { } cleaned ? (IncomingProblem.TooMuchInside, kind, [])
                : DeclaresProgram(archive) ? (IncomingProblem.HasProgram, kind, [])
                : (IncomingProblem.None, kind, cleaned);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return (IncomingProblem.Broken, FileKind.Unknown, []);
        }
    }

    private static FileKind KindOf(List<string> names) => !names.Contains("[Content_Types].xml") ? FileKind.Unknown
        : names.Contains("word/document.xml") ? FileKind.Docx
        : names.Contains("xl/workbook.xml") ? FileKind.Xlsx
        : FileKind.Unknown;

    private static bool IsSuspicious(ZipArchive archive) =>
        archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > MostTogether
        || archive.Entries.Any(entry => entry.Length > UnsuspiciousSize && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio);

    private static bool DeclaresProgram(ZipArchive archive)
    {
        using var types = new StreamReader(archive.GetEntry("[Content_Types].xml")!.Open());
        return types.ReadToEnd().Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    // The directory may lie about sizes: what comes out is counted. Null: too much came out.
    private static byte[]? PackAnew(ZipArchive archive)
    {
        using var all = new MemoryStream();
        long unpacked = 0;
        using (var anew = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            var buffer = new byte[64 * 1024];
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                using var to = anew.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (WithoutWriter(entry.FullName) is { } words)
                {
                    to.Write(System.Text.Encoding.UTF8.GetBytes(words));
                    continue;
                }
                using var from = entry.Open();
                int read;
                while ((read = from.Read(buffer)) > 0)
                {
                    unpacked += read;
                    if (unpacked > MostTogether)
                    {
                        return null;
                    }
                    to.Write(buffer, 0, read);
                }
            }
        }
        return all.ToArray();
    }

    // Who wrote it on which machine: whoever wants their name kept does not know that it stands there.
    private static string? WithoutWriter(string part) => part switch
    {
        "docProps/core.xml" => """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""",
        "docProps/app.xml" => """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""",
        "docProps/custom.xml" => """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""",
        _ => null,
    };
}
