using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace CCHC.Portal.Web.Kit;

/// <summary>Adds to a PDF what the library leaves out and screen readers need: the language, the title in the window, and headings, paragraphs and lists in reading order.</summary>
public sealed class TaggedPdf(string language) : ITokenWriter
{
    private static readonly NameToken StructElement = NameToken.Create("StructElem"), Kind = NameToken.Create("S"), Parent = NameToken.Create("P"), Kids = NameToken.Create("K"), Tabs = NameToken.Create("Tabs");

    private readonly TokenWriter writer = new();
    private readonly SortedDictionary<int, List<PdfPart>> marks = [];   // per page, the part of each marked piece
    private readonly List<IndirectReference> pages = [];
    private DictionaryToken catalog = DictionaryToken.Empty;

    public PdfPart Root { get; } = new("Document");

    public bool WritingPageContents { get; set; }

    /// <summary>Draws something that belongs to a part of the text.</summary>
    public void Write(PdfPageBuilder page, PdfPart part, Action draw)
    {
        if (!marks.TryGetValue(page.PageNumber, out var here))
        {
            marks[page.PageNumber] = here = [];
        }
        part.Pieces.Add((page.PageNumber, here.Count));
        page.CurrentStream.Operations.Add(new BeginMarkedContentWithProperties(NameToken.Create(part.Kind), Of((NameToken.Mcid, new NumericToken(here.Count)))));
        here.Add(part);
        draw();
        page.CurrentStream.Operations.Add(EndMarkedContent.Value);
    }

    /// <summary>Draws what says nothing: a rule, a box, the number of a page.</summary>
    public static void Adorn(PdfPageBuilder page, Action draw)
    {
        page.CurrentStream.Operations.Add(new BeginMarkedContent(NameToken.Create("Artifact")));
        draw();
        page.CurrentStream.Operations.Add(EndMarkedContent.Value);
    }

    public void WriteToken(IToken token, Stream outputStream) => writer.WriteToken(token is ObjectToken { Data: DictionaryToken } dictionary ? Known(dictionary) : token, outputStream);

    public void WriteObject(long objectNumber, int generation, byte[] data, Stream outputStream) => writer.WriteObject(objectNumber, generation, data, outputStream);

    /// <summary>At the end the tree of the parts is written, and a catalogue that knows it takes the place of the library's.</summary>
    public void WriteCrossReferenceTable(IReadOnlyDictionary<IndirectReference, long> objectOffsets, IndirectReference catalogToken, Stream outputStream, IndirectReference? documentInformationReference, long? prevTableLocation)
    {
        var offsets = objectOffsets.ToDictionary();
        var last = offsets.Keys.Max(key => key.ObjectNumber);
        var numbers = new Dictionary<PdfPart, IndirectReference>();
        Number(Root, numbers, ref last);
        var (tree, whole) = (new IndirectReference(++last, 0), new IndirectReference(++last, 0));
        foreach (var (part, number) in numbers)
        {
            Put(number, Element(part, tree, numbers));
        }
        var owners = marks.OrderBy(own => own.Key).Select(own => new IToken[] { new NumericToken(own.Key - 1), new ArrayToken([.. own.Value.Select(part => Reference(numbers[part]))]) }).SelectMany(pair => pair);
        Put(tree, Of((NameToken.Type, NameToken.StructTreeRoot), (Kids, Reference(numbers[Root])), (NameToken.ParentTree, Of((NameToken.Nums, new ArrayToken([.. owners]))))));
        Put(whole, catalog.With(NameToken.StructTreeRoot, Reference(tree)).With(NameToken.MarkInfo, Of((NameToken.Marked, BooleanToken.True)))
            .With(NameToken.Lang, new StringToken(language)).With(NameToken.ViewerPreferences, Of((NameToken.DisplayDocTitle, BooleanToken.True))));
        writer.WriteCrossReferenceTable(offsets, whole, outputStream, documentInformationReference, prevTableLocation);

        void Put(IndirectReference number, IToken data)
        {
            offsets[number] = outputStream.Position;
            writer.WriteToken(new ObjectToken(XrefLocation.File(outputStream.Position), number, data), outputStream);
        }
    }

    private ObjectToken Known(ObjectToken written)
    {
        var data = (DictionaryToken)written.Data;
        if (!data.TryGet(NameToken.Type, out NameToken type))
        {
            return written;
        }
        if (type == NameToken.Catalog)
        {
            catalog = data;
        }
        if (type != NameToken.Page)
        {
            return written;
        }
        pages.Add(written.Number);
        return new ObjectToken(written.Position, written.Number, data.With(NameToken.StructParents, new NumericToken(pages.Count - 1)).With(Tabs, Kind));
    }

    private static void Number(PdfPart part, Dictionary<PdfPart, IndirectReference> numbers, ref long last)
    {
        numbers.Add(part, new IndirectReference(++last, 0));
        foreach (var child in part.Parts)
        {
            Number(child, numbers, ref last);
        }
    }

    private DictionaryToken Element(PdfPart part, IndirectReference tree, Dictionary<PdfPart, IndirectReference> numbers)
    {
        var pieces = part.Pieces.Select(piece => (IToken)Of((NameToken.Type, NameToken.Create("MCR")), (NameToken.Pg, Reference(pages[piece.Page - 1])), (NameToken.Mcid, new NumericToken(piece.Mark))));
        var element = Of((NameToken.Type, StructElement), (Kind, NameToken.Create(part.Kind)), (Parent, Reference(part.Above is { } above ? numbers[above] : tree)),
            (Kids, new ArrayToken([.. pieces, .. part.Parts.Select(child => Reference(numbers[child]))])));
        element = part.Alternative is { } words ? element.With(NameToken.Alt, new StringToken(words)) : element;
        return part.Language is { } other ? element.With(NameToken.Lang, new StringToken(other)) : element;
    }

    private static IndirectReferenceToken Reference(IndirectReference number) => new(number);

    private static DictionaryToken Of(params (NameToken Name, IToken Value)[] pairs) => new(pairs.ToDictionary(pair => pair.Name, pair => pair.Value));
}

/// <summary>A part of a tagged text (H1, P, L, LI …), the parts in it, and the pieces of pages that show it.</summary>
public sealed class PdfPart(string kind)
{
    private readonly List<PdfPart> parts = [];

    public string Kind => kind;
    public PdfPart? Above { get; private set; }
    public IReadOnlyList<PdfPart> Parts => parts;

    /// <summary>The pages and the marks on them.</summary>
    public List<(int Page, int Mark)> Pieces { get; } = [];

    /// <summary>What is said in place of a picture.</summary>
    public string? Alternative { get; init; }

    /// <summary>Its language, when it is not the document's.</summary>
    public string? Language { get; init; }

    public PdfPart Add(PdfPart part)
    {
        part.Above = this;
        parts.Add(part);
        return part;
    }
}
