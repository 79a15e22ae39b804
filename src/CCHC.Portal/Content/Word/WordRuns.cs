using System.Xml.Linq;
using static CCHC.Portal.Content.Word.WordNames;

namespace CCHC.Portal.Content.Word;

/// <summary>Reads what stands inside a paragraph: words and their look, links, pictures, footnotes, and what Word hides.</summary>
internal sealed class WordRuns(WordPackage package, WordTally tally)
{
    private const int MostPictures = 100, MostDepth = 40;

    private readonly WordTally held = tally;
    private readonly IReadOnlyDictionary<string, WordRelation> relations = package.RelationsOf(package.Main);
    private readonly List<WordPicture> pictures = [];
    private readonly List<(string Label, string Kind, string Id)> footnotes = [];

    public IReadOnlyList<WordPicture> Pictures => pictures;

    public IReadOnlyList<(string Label, string Kind, string Id)> Footnotes => footnotes;

    public void Read(XElement paragraph, WordPieces pieces, Func<string, XElement, bool> style, List<XElement> boxes) =>
        new Line(this, pieces, style, boxes).Read(paragraph.Elements(), null, 0);

    /// <summary>Of two versions of the same thing the one for newer Word.</summary>
    public static IEnumerable<XElement> Chosen(XElement either) => (either.Element(Either + "Choice") ?? either.Element(Either + "Fallback"))?.Elements() ?? [];

    private sealed class Line(WordRuns all, WordPieces pieces, Func<string, XElement, bool> style, List<XElement> boxes)
    {
        // A field is begun, then its instruction, then what it shows: only that is read.
        private int instructions;
        private string instruction = "";
        private string? fieldLink;

        public void Read(IEnumerable<XElement> elements, string? link, int depth)
        {
            if (depth > MostDepth)
            {
                throw new WordException(WordProblem.Bomb);
            }
            foreach (var element in elements)
            {
                if (element.Name == Formula + "oMath" || element.Name == Formula + "oMathPara")
                {
                    all.held.Add("{0} công thức được chép thành chữ thường; hãy kiểm tra lại, hoặc chèn thành ảnh.");
                    pieces.Add(string.Concat(element.Descendants(Formula + "t").Select(text => text.Value)), new WordLook());
                }
                else if (element.Name == Either + "AlternateContent")
                {
                    Read(Chosen(element), link, depth + 1);
                }
                else if (element.Name.Namespace == W)
                {
                    One(element, link, depth);
                }
            }
        }

        private void One(XElement element, string? link, int depth)
        {
            switch (element.Name.LocalName)
            {
                case "r":
                    Run(element, link ?? fieldLink);
                    break;
                case "hyperlink":
                    Read(element.Elements(), all.Address(element) ?? link, depth + 1);
                    break;
                case "ins" or "moveTo":
                    all.held.Add("{0} chỗ sửa đang theo dõi (tracked changes) được coi là đã chấp nhận.");
                    Read(element.Elements(), link, depth + 1);
                    break;
                case "del" or "moveFrom":
                    all.held.Add("{0} chỗ đang bị gạch bỏ (tracked changes) được bỏ hẳn.");
                    break;
                case "sdt":
                    Read(element.Element(W + "sdtContent")?.Elements() ?? [], link, depth + 1);
                    break;
                case "smartTag" or "fldSimple" or "customXml" or "dir" or "bdo":
                    Read(element.Elements(), link, depth + 1);
                    break;
            }
        }

        private void Run(XElement run, string? link)
        {
            var properties = run.Element(W + "rPr");
            if (WordStyles.On(properties, "vanish") == true)
            {
                all.held.Add("{0} đoạn chữ ẩn được bỏ.");
                return;
            }
            Colours(properties, link);
            var look = new WordLook
            {
                Bold = style("b", run),
                Italic = style("i", run),
                Strike = WordStyles.On(properties, "strike") == true,
                Script = properties?.Element(W + "vertAlign") is { } script ? Value(script, "val") switch { "superscript" => "^", "subscript" => "~", _ => "" } : "",
                Link = link,
            };
            foreach (var part in run.Elements())
            {
                Part(part, look);
            }
        }

        private void Part(XElement part, WordLook look)
        {
            if (part.Name == Either + "AlternateContent")
            {
                foreach (var chosen in Chosen(part))
                {
                    Part(chosen, look);
                }
                return;
            }
            switch (part.Name.LocalName)
            {
                case "fldChar":
                    Field(Value(part, "fldCharType"));
                    break;
                case "instrText":
                    instruction += part.Value;
                    break;
                case "t" when instructions == 0:
                    pieces.Add(part.Value.Replace('\u00a0', ' '), look);
                    break;
                case "tab" or "ptab" when instructions == 0:
                    pieces.Add(" ", look);
                    break;
                case "noBreakHyphen":
                    pieces.Add("-", look);
                    break;
                case "br" or "cr" when Value(part, "type") is not ("page" or "column"):
                    pieces.Add("\n", look);
                    break;
                case "sym":
                    all.held.Add("{0} ký hiệu đặc biệt (phông Symbol, Wingdings) được bỏ.");
                    pieces.Add(" ", look);
                    break;
                case "footnoteReference" or "endnoteReference" when Value(part, "id") is { } id:
                    pieces.AddRaw($"[^{all.Footnote(part.Name.LocalName[..^9], id)}]");
                    break;
                case "commentReference":
                    all.held.Add("{0} bình luận (comment) được bỏ.");
                    break;
                case "drawing" or "pict" or "object":
                    Drawn(part);
                    break;
            }
        }

        private void Field(string? type)
        {
            if (type == "begin")
            {
                instructions++;
                instruction = "";
            }
            else if (type == "separate")
            {
                instructions = Math.Max(0, instructions - 1);
                fieldLink = instruction.Trim().StartsWith("HYPERLINK \"", StringComparison.OrdinalIgnoreCase) ? Safe(instruction.Split('"')[1]) : null;
            }
            else if (type == "end")
            {
                instructions = 0;
                fieldLink = null;
            }
        }

        private void Drawn(XElement part)
        {
            var text = part.Descendants(W + "txbxContent").FirstOrDefault();
            if (text is not null)
            {
                boxes.Add(text);
            }
            var named = part.Descendants(A + "blip").Select(blip => blip.Attribute(R + "embed")?.Value).Concat(part.Descendants(Vml + "imagedata").Select(image => image.Attribute(R + "id")?.Value)).FirstOrDefault(id => id is not null);
            if (named is not null)
            {
                var about = part.Descendants(Drawing + "docPr").FirstOrDefault();
                all.Picture(named, about?.Attribute("descr")?.Value ?? part.Descendants(Vml + "shape").FirstOrDefault()?.Attribute("alt")?.Value ?? "", pieces);
            }
            else if (text is null)
            {
                all.held.Add(part.Name.LocalName == "object" ? "{0} đối tượng nhúng (Excel, PDF…) được bỏ; hãy đính kèm thành tệp riêng." : "{0} hình vẽ, sơ đồ (SmartArt, biểu đồ, WordArt) được bỏ; hãy lưu thành ảnh rồi chèn.");
            }
        }

        private void Colours(XElement? properties, string? link)
        {
            if (link is null && properties?.Element(W + "color") is { } colour && Value(colour, "val") is { } shade && shade is not ("auto" or "000000"))
            {
                all.held.Add("Màu chữ được bỏ ở {0} chỗ; giao diện của cổng tự định màu.");
            }
            if (properties?.Element(W + "highlight") is not null)
            {
                all.held.Add("Nền tô màu được bỏ ở {0} chỗ.");
            }
        }
    }

    private string? Address(XElement hyperlink) =>
        hyperlink.Attribute(R + "id")?.Value is { } id && relations.TryGetValue(id, out var relation) && relation.IsExternal ? Safe(relation.Target) : null;

    private static string? Safe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" or "tel" ? address : null;

    private string Footnote(string kind, string id)
    {
        var at = footnotes.FindIndex(note => note.Kind == kind && note.Id == id);
        if (at < 0)
        {
            footnotes.Add(((footnotes.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), kind, id));
            at = footnotes.Count - 1;
        }
        return footnotes[at].Label;
    }

    private void Picture(string id, string alt, WordPieces pieces)
    {
        if (!relations.TryGetValue(id, out var relation) || relation.IsExternal)
        {
            held.Add("{0} ảnh nằm ở nơi khác trên mạng được bỏ; cổng không tự tải ảnh từ ngoài.");
        }
        else if (pictures.Count >= MostPictures)
        {
            held.Add($"Chỉ giữ {MostPictures} ảnh đầu; " + "{0} ảnh sau được bỏ.");
        }
        else if (package.Bytes(relation.Target) is { } content)
        {
            var name = $"anh-{pictures.Count + 1}{Path.GetExtension(relation.Target).ToLowerInvariant()}";
            pictures.Add(new WordPicture(name, content, Language.VietnameseText.CleanLine(alt)));
            pieces.AddRaw($"![{WordPieces.Escape(pictures[^1].Alt)}](media:{name})", isPicture: true);
        }
        else
        {
            held.Add("{0} ảnh hỏng hoặc quá lớn được bỏ.");
        }
    }
}
