using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CCHC.Portal.Content.Word;

/// <summary>A .docx file opened under limits: nothing is unpacked on faith, nothing outside the file is ever fetched.</summary>
internal sealed class WordPackage : IDisposable
{
    public const long MostBytes = 20 * 1024 * 1024;

    private const int MostEntries = 2_000, MostRatio = 200, MostDepth = 200;
    private const long MostXml = 60L * 1024 * 1024, MostPicture = 15L * 1024 * 1024, MostTogether = 200L * 1024 * 1024, UnsuspiciousSize = 2 * 1024 * 1024;

    private static readonly string[] Programs = ["vbaProject", "activeX", "oleObject"];

    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries;
    private long unpacked;

    private WordPackage(ZipArchive archive) =>
        (this.archive, entries) = (archive, archive.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase));

    public string Main { get; private set; } = "word/document.xml";

    /// <summary>Whether it carries macros or other programs.</summary>
    public bool HasProgram => entries.Keys.Any(name => Programs.Any(program => name.Contains(program, StringComparison.OrdinalIgnoreCase)));

    public static WordPackage Open(byte[] bytes)
    {
        if (ProblemAtFirstSight(bytes) is not WordProblem.None and var problem)
        {
            throw new WordException(problem);
        }
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            Weigh(archive);
            var package = new WordPackage(archive);
            package.FindMain();
            return package;
        }
        catch (InvalidDataException)
        {
            archive?.Dispose();
            throw new WordException(WordProblem.Broken);
        }
        catch (WordException)
        {
            archive?.Dispose();
            throw;
        }
    }

    public void Dispose() => archive.Dispose();

    /// <summary>A part beside the main one, by what it is related as: styles, numbering, footnotes.</summary>
    public XElement? Part(string kind) =>
        RelationsOf(Main).Values.FirstOrDefault(relation => !relation.IsExternal && relation.Kind == kind) is { } found ? Xml(found.Target) : null;

    /// <summary>Every part that holds words: the text, heads and feet of pages, notes, comments.</summary>
    public IEnumerable<XElement> Texts() =>
        entries.Keys.Where(name => name.Equals(Main, StringComparison.OrdinalIgnoreCase) || (name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.OrdinalIgnoreCase).Select(Xml).OfType<XElement>();

    /// <summary>Whether an element belongs to the words of a document, in the usual or the strict way of writing it.</summary>
    public static bool IsWords(XElement part) => part.Name.NamespaceName is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public XElement Document() => Xml(Main) ?? throw new WordException(WordProblem.Broken);

    /// <summary>What a part refers to, by its name within the part.</summary>
    public IReadOnlyDictionary<string, WordRelation> RelationsOf(string part)
    {
        var at = part.LastIndexOf('/');
        var folder = at < 0 ? "" : part[..(at + 1)];
        var list = Xml($"{folder}_rels/{part[(at + 1)..]}.rels");
        return (list?.Elements(Relations + "Relationship") ?? []).Where(relation => relation.Attribute("Id") is not null).GroupBy(relation => relation.Attribute("Id")!.Value).ToDictionary(
            group => group.Key,
            group =>
            {
                var (relation, target) = (group.First(), group.First().Attribute("Target")?.Value ?? "");
                var isExternal = relation.Attribute("TargetMode")?.Value == "External";
                return new WordRelation((relation.Attribute("Type")?.Value ?? "").Split('/')[^1], isExternal ? target : Within(folder, target), isExternal);
            });
    }

    public byte[]? Bytes(string part)
    {
        if (!entries.TryGetValue(part, out var entry) || entry.Length > MostPicture)
        {
            return null;
        }
        using var content = Unpack(entry, MostPicture);
        return content.ToArray();
    }

    private static WordProblem ProblemAtFirstSight(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return WordProblem.Empty;
        }
        if (bytes.LongLength > MostBytes)
        {
            return WordProblem.TooLarge;
        }
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? WordProblem.Encrypted : WordProblem.LegacyDoc;
        }
        return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? WordProblem.None : WordProblem.NotWord;
    }

    // The directory of the archive may lie about sizes: what is unpacked is counted again, byte by byte.
    private static void Weigh(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > MostTogether
            || archive.Entries.Any(entry => entry.Length > UnsuspiciousSize && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio))
        {
            throw new WordException(WordProblem.Bomb);
        }
    }

    private void FindMain()
    {
        if (!entries.ContainsKey("[Content_Types].xml"))
        {
            throw new WordException(WordProblem.NotWord);
        }
        Main = RelationsOf("").Values.FirstOrDefault(relation => relation is { Kind: "officeDocument", IsExternal: false })?.Target ?? Main;
        var types = Xml("[Content_Types].xml")?.Elements().FirstOrDefault(type => type.Attribute("PartName")?.Value.TrimStart('/') == Main)?.Attribute("ContentType")?.Value;
        if (!entries.ContainsKey(Main) || types?.Contains("wordprocessingml", StringComparison.Ordinal) == false)
        {
            throw new WordException(WordProblem.NotWord);   // a sheet or slides
        }
    }

    private XElement? Xml(string part)
    {
        if (!entries.TryGetValue(part, out var entry))
        {
            return null;
        }
        using var content = Unpack(entry, MostXml);
        try
        {
            using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostXml, IgnoreComments = true, IgnoreProcessingInstructions = true });
            var root = XElement.Load(reader);
            return IsTooDeep(root) ? throw new WordException(WordProblem.Bomb) : root;
        }
        catch (XmlException wrong)
        {
            throw new WordException(wrong.Message.Contains("DTD", StringComparison.Ordinal) ? WordProblem.Hostile : WordProblem.Broken);
        }
    }

    private MemoryStream Unpack(ZipArchiveEntry entry, long most)
    {
        var content = new MemoryStream();
        try
        {
            using var packed = entry.Open();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                unpacked += read;
                if (content.Length + read > most || unpacked > MostTogether)
                {
                    throw new WordException(WordProblem.Bomb);
                }
                content.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw new WordException(WordProblem.Broken);
        }
        content.Position = 0;
        return content;
    }

    private static bool IsTooDeep(XElement root)
    {
        var depth = 0;
        for (XNode? node = root; node is not null;)
        {
            if (node is XElement { FirstNode: { } first })
            {
                node = first;
                if (++depth > MostDepth)
                {
                    return true;
                }
                continue;
            }
            while (node is not null && node != root && node.NextNode is null)
            {
                node = node.Parent;
                depth--;
            }
            node = node is null || node == root ? null : node.NextNode;
        }
        return false;
    }

    private static string Within(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }
        var path = new List<string>(folder.TrimEnd('/').Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == "..")
            {
                path = [.. path.SkipLast(1)];
            }
            else if (step is not ("" or "."))
            {
                path.Add(step);
            }
        }
        return string.Join('/', path);
    }
}

/// <summary>What one part of the package refers to.</summary>
internal sealed record WordRelation(string Kind, string Target, bool IsExternal);
