using CCHC.Portal.Language;
using Lucene.Net.Index;
using Lucene.Net.Util;
using static CCHC.Portal.Search.EntryDocument;

namespace CCHC.Portal.Search;

/// <summary>A question as what is looked for: each of its parts with what it weighs, after how rare its words are in this index.</summary>
internal sealed class Wanted
{
    // What the two syllables of a word weigh together over what each weighs alone.
    private const double AloneMass = 0.6, WholeMass = 1.3, PairMass = 1.2, UnknownMass = 0.5;
    private const int MostBeginnings = 12;

    private readonly KnownTerms _terms;
    private readonly Asked _asked;
    private readonly bool _isEnglish;

    public Wanted(Asked asked, KnownTerms terms, string culture)
    {
        (_terms, _asked, _isEnglish) = (terms, asked, culture == "en");
        var parts = asked.Parts.Where(part => !part.OnlyAsks).ToList();
        foreach (var part in parts) Add(part);
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            var (last, first) = (parts[i].First + parts[i].Length - 1, parts[i + 1].First);
            if (first == last + 1 && PairOf(last, isKnown: false) is { Mass: > 0 } pair) AddOnce(new WantedPart([pair], [], pair.Mass));
        }

        Parts.Sort((one, other) => other.Mass.CompareTo(one.Mass));
    }

    public KnownTerms Terms => _terms;

    /// <summary>The heaviest first.</summary>
    public List<WantedPart> Parts { get; } = [];

    /// <summary>What all known parts weigh.</summary>
    public double Mass => Parts.Sum(part => part.Mass);

    /// <summary>What words weigh that stand nowhere.</summary>
    public double Unknown { get; private set; }

    public IEnumerable<Term> Numbers => _asked.Numbers.Select(number => new Term(Number, number));

    public IEnumerable<Term> Documents => _asked.Documents.Select(number => new Term(Number, number));

    public Term WholeName => new(EntryDocument.WholeName, NameOf(_asked.Text));

    private void Add(AskedPart part)
    {
        var units = new List<WantedUnit>();
        var others = new List<Term[]>();
        for (var i = part.First; i < part.First + part.Length; i++)
        {
            units.Add(WordAt(i));
            if (i > part.First) units.Add(PairOf(i - 1, isKnown: true));
            if (part.Length == 1) others.AddRange(FormsOf(i));
        }

        units = [.. units.Where(unit => unit.Mass > 0).DistinctBy(unit => unit.Word)];
        others.AddRange(part.Others.Select(TermsOf).Where(terms => terms.All(term => _terms.CountOf(term) > 0)));
        // A name nobody writes weighs what the name weighs that is written.
        var known = Enumerable.Range(part.First, part.Length).All(i => _terms.CountOf(new Term(Solo, _asked.Words[i].Folded)) > 0);
        var mass = units.Sum(unit => unit.Mass);
        if (!known && others.Count > 0)
            mass = Math.Max(mass, WholeMass * others.Min(terms => terms.Max(term => Rarity(_terms.CountOf(term)))));
        if (mass > 0) AddOnce(new WantedPart(units, others, mass));
        else Unknown += part.Length * UnknownMass * Rarity(0);
    }

    private void AddOnce(WantedPart part)
    {
        if (!Parts.Exists(known => known.Others.Count == 0 && part.Others.Count == 0 && known.Units.Count == part.Units.Count && known.Units.Zip(part.Units).All(pair => pair.First.Word.Equals(pair.Second.Word))))
            Parts.Add(part);
    }

    private WantedUnit WordAt(int at)
    {
        var word = _asked.Words[at];
        var term = new Term(Solo, word.Folded);
        var known = _terms.CountOf(term);
        var marked = word.HasMarks ? new Term(Marked, word.Exact) : null;
        return new WantedUnit(term, known == 0 ? 0 : MassOf(word.Folded) * Rarity(known), marked is not null && _terms.CountOf(marked) > 0 ? marked : null);
    }

    // Neighbours that are mostly neighbours wherever they stand are one word; those that met once by chance are not.
    private WantedUnit PairOf(int first, bool isKnown)
    {
        var (one, other) = (_asked.Words[first].Folded, _asked.Words[first + 1].Folded);
        var term = new Term(Pair, SaidWords.Pair(one, other));
        var together = _terms.CountOf(term);
        if (together == 0) return new WantedUnit(term, 0, null);

        var rarer = Math.Min(_terms.CountOf(new Term(Solo, one)), _terms.CountOf(new Term(Solo, other)));
        return new WantedUnit(term, PairMass * Rarity(together) * (isKnown ? 1 : Math.Sqrt((double)together / Math.Max(rarer, together))), null);
    }

    /// <summary>A phrase as the pairs it is made of.</summary>
    private static Term[] TermsOf(Word[] phrase) => phrase is [var only]
        ? only.HasMarks ? [new Term(Marked, only.Exact), new Term(Solo, only.Folded)] : [new Term(Solo, only.Folded)]   // "giá" stands for "phí", "gia" and "già" do not
        : [.. phrase.Zip(phrase.Skip(1), (one, other) => new Term(Pair, SaidWords.Pair(one.Folded, other.Folded))).Distinct()];

    // A word that stands nowhere may be one that is not typed to its end; English words have a plural.
    private IEnumerable<Term[]> FormsOf(int at)
    {
        var word = _asked.Words[at].Folded;
        if (_isEnglish && word.Length > 3)
        {
            var other = new Term(Solo, word.EndsWith('s') ? word[..^1] : word + "s");
            if (_terms.CountOf(other) > 0) yield return [other];
        }

        if (!_asked.IsBeginning(at) || char.IsAsciiDigit(word[0]) || _terms.CountOf(new Term(Solo, word)) > 0) yield break;
        foreach (var whole in Beginnings(word, _terms.Index)) yield return [new Term(Solo, whole)];
    }

    public static IEnumerable<string> Beginnings(string word, IndexReader index)
    {
        if (MultiFields.GetTerms(index, Solo)?.GetEnumerator() is not { } terms || terms.SeekCeil(new BytesRef(word)) == TermsEnum.SeekStatus.END) yield break;

        for (var i = 0; i < MostBeginnings && terms.Term.Utf8ToString() is var found && found.StartsWith(word, StringComparison.Ordinal); i++)
        {
            yield return found;
            if (!terms.MoveNext()) yield break;
        }
    }

    // What is no syllable (facebook, homestay, UBND) is a whole word.
    private static double MassOf(string folded) => Syllables.Has(folded) || char.IsAsciiDigit(folded[0]) ? AloneMass : WholeMass;

    private double Rarity(int known) => Math.Log(1 + ((_terms.Index.MaxDoc + 0.5) / (known + 0.5)));
}

/// <summary>One word or pair of words, and the word with its marks if it was typed so.</summary>
internal sealed record WantedUnit(Term Word, double Mass, Term? Marked);

/// <summary>What belongs together in a question, what else it may be called, and what it weighs.</summary>
internal sealed record WantedPart(IReadOnlyList<WantedUnit> Units, IReadOnlyList<Term[]> Others, double Mass);
