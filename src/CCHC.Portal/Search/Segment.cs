using Lucene.Net.Index;

namespace CCHC.Portal.Search;

/// <summary>One segment of the index, walked through for one question. Only what is rare enough to decide is walked; the common words are looked up on the way.</summary>
internal sealed class Segment
{
    private const double InName = 1, InLead = 0.6, InText = 0.36, NotAlone = 0.1;
    private const double OtherMarks = 0.35, AlsoCovers = 0.6, OtherName = 0.9, AverageLength = 300, ByLength = 0.3, LeastByLength = 0.35;
    private const double NumberPoints = 1000, DocumentPoints = 500, WholeNamePoints = 40, TitlePart = 0.12;

    private readonly SegmentValues values;
    private readonly int culture;
    private readonly double least, mass, unknown;
    private readonly int today;
    private readonly Part[] parts;
    private readonly double[] after;
    private readonly List<Postings> walked = [];
    private readonly List<(Postings Postings, double Points)> certain = [];

    public Segment(AtomicReaderContext segment, SegmentValues values, Wanted wanted, IReadOnlyList<(string Source, string Key)> pinned, int culture, double least, int today)
    {
        (this.values, this.culture, this.least, this.today, mass, unknown) = (values, culture, least, today, wanted.Mass, wanted.Unknown);
        var open = new PostingsOf(segment, wanted.Terms);
        parts = [.. wanted.Parts.Select(part => new Part(part, open))];
        after = new double[parts.Length + 1];
        for (var i = parts.Length - 1; i >= 0; i--) after[i] = after[i + 1] + parts[i].Mass;
        for (var i = 0; i < pinned.Count; i++) AddCertain(open[EntryDocument.IdOf(pinned[i].Source, pinned[i].Key)], SearchHit.PinnedPoints * (pinned.Count - i));
        foreach (var number in wanted.Numbers) AddCertain(open[number], NumberPoints);
        foreach (var number in wanted.Documents) AddCertain(open[number], DocumentPoints);
        AddCertain(open[wanted.WholeName], WholeNamePoints);
        Choose();
    }

    public int Doc { get; private set; } = -1;

    public double Score { get; private set; }

    public long Day { get; private set; }

    public bool Next()
    {
        while (true)
        {
            var next = Postings.End;
            foreach (var postings in walked)
            {
                if (postings.Doc == Doc) postings.Next();
                if (postings.Doc < next) next = postings.Doc;
            }

            Doc = next;
            if (Doc == Postings.End) return false;
            if (values.Cultures.Of(Doc).Contains(culture) && Judged()) return true;
        }
    }

    private void AddCertain(Postings? postings, double points)
    {
        if (postings is not null) certain.Add((postings, points));
    }

    // The commonest words are not walked as long as they are too light together to make a document worth showing: no part is
    // ever worth more than its mass. Where a word is walked, its pairs are met on the way.
    private void Choose()
    {
        var (left, leftOf) = (0.0, new double[parts.Length]);
        foreach (var (part, postings, brings) in parts.SelectMany((part, at) => part.Drivers.Select(driver => (at, driver.Postings, driver.Mass))).OrderByDescending(driver => driver.Postings.Count))
        {
            var more = Math.Min(brings, parts[part].Mass - leftOf[part]);
            (left, leftOf[part]) = (left + more, leftOf[part] + more);
            if (left >= least && !walked.Exists(known => known == postings || postings.IsPairWith(known))) walked.Add(postings);
        }

        foreach (var (postings, _) in certain)
            if (!walked.Contains(postings)) walked.Add(postings);
        foreach (var postings in walked) postings.Next();
    }

    private bool Judged()
    {
        var points = 0.0;
        foreach (var (postings, worth) in certain)
            if (postings.At(Doc) > 0) points += worth;
        if (points == 0 && !MayBeEnough()) return false;

        var measure = Measure.From(values.Measures[Doc]);
        var byLength = Math.Max(LeastByLength, 1 / (1 - ByLength + (ByLength * measure.Words / AverageLength)));
        var (covered, worthIt, named) = (0.0, 0.0, 0);
        foreach (var part in parts)
        {
            var (partCovered, partWorth) = part.At(Doc, byLength, ref named);
            covered += partCovered;
            worthIt += partWorth;
        }

        if (points == 0 && (covered < least || covered <= 0)) return false;
        Day = values.Days[Doc];
        var age = today - Day;
        var ofTitle = measure.TitleWords == 0 ? 0 : Math.Min(1, (double)named / measure.TitleWords);
        var share = mass + unknown == 0 ? 0 : worthIt / (mass + unknown) * (0.4 + (0.6 * covered / (mass + unknown)));
        Score = points + (100 * share * (1 + (TitlePart * ofTitle)) * measure.Weight * (age <= 30 ? 1.02 : age <= 365 ? 1.01 : 1));
        return true;
    }

    // As if every word had its marks: most documents fall here, before anything more is read of them.
    private bool MayBeEnough()
    {
        var most = 0.0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (most + after[i] < least) return false;
            most += parts[i].MostAt(Doc);
        }

        return most >= least;
    }

    private sealed class Part
    {
        private readonly (Postings? Word, Postings? Marked, bool HasMarks, double Mass, bool IsPair)[] units;
        private readonly Postings[][] others;

        public Part(WantedPart wanted, PostingsOf open)
        {
            Mass = wanted.Mass;
            units = [.. wanted.Units.Select(unit => (open[unit.Word], open[unit.Marked], unit.Marked is not null, unit.Mass, unit.Word.Field == EntryDocument.Pair))];
            others = [.. wanted.Others.Select(terms => terms.Select(term => open[term]).ToArray()).Where(terms => Array.TrueForAll(terms, one => one is not null)).Select(terms => terms.Select(one => one!).OrderBy(one => one.Count).ToArray())];
        }

        public double Mass { get; }

        /// <summary>What a document is found by, and the most it brings.</summary>
        public IEnumerable<(Postings Postings, double Mass)> Drivers =>
            units.Where(unit => unit.Word is not null).Select(unit => (unit.Word!, unit.Mass)).Concat(others.Select(terms => (terms[0], Mass)));

        public double MostAt(int doc)
        {
            var most = 0.0;
            foreach (var (word, _, _, mass, _) in units)
                if (word is not null && word.At(doc) > 0) most += mass;

            return most < Mass && Array.Exists(others, terms => Array.TrueForAll(terms, term => term.At(doc) > 0)) ? Mass : most;
        }

        public (double Covered, double Worth) At(int doc, double byLength, ref int named)
        {
            var (covered, worth) = (0.0, 0.0);
            foreach (var (word, marked, hasMarks, mass, isPair) in units)
            {
                if (word is null || word.At(doc) is not (> 0 and var where)) continue;
                var isOther = hasMarks && marked?.At(doc) is not > 0;   // it may stand in other segments only
                covered += mass * (isOther ? AlsoCovers : 1);
                worth += mass * (isOther ? OtherMarks : 1) * Place(where, byLength);
                if (!isPair && where >= SaidWords.InName) named++;
            }

            foreach (var terms in others)
            {
                var where = terms[0].At(doc);
                for (var i = 1; i < terms.Length && where > 0; i++) where = Both(where, terms[i].At(doc));
                if (where == 0) continue;
                covered = Mass;
                worth = Math.Max(worth, Mass * OtherName * Place(where, byLength));
            }

            return (covered, worth);
        }

        private static int Both(int one, int other) =>
            one == 0 || other == 0 ? 0 : Math.Max(one & other, SaidWords.InText);

        private static double Place(int where, double byLength)
        {
            var alsoInText = (where & SaidWords.InText) > 0 ? NotAlone * byLength : 0;
            return where >= SaidWords.InName ? InName + alsoInText : (where & SaidWords.InLead) > 0 ? InLead + alsoInText : InText * byLength;
        }
    }
}
