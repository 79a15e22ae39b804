// How fast the search answers and learns: documents of generated Vietnamese, a chain of words learnt from the seeds (they say nothing, but their words
// stand as often and beside each other as in real texts), titles of 5 to 14 words, texts of 60 to 2,500 words, some 330 in the middle.
// taskset -c 0 dotnet run -c Release tests/bench/search/speed.cs -- 10000
#:project ../../../src/CCHC.Portal/CCHC.Portal.csproj
#:property PublishAot=false
#:property TieredPGO=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false
using System.Diagnostics;
using System.Text;
using CCHC.Portal.Search;

var count = args.Length > 0 ? int.Parse(args[0]) : 10_000;
var root = Root();
var chance = new Random(20261123);
var chain = Chain.Of(Directory.EnumerateFiles(Path.Combine(root, "content-seed"), "*.md", SearchOption.AllDirectories).Where(path => !path.EndsWith(".en.md")).Select(Prose));
string[] types = ["article", "procedure", "legalDocument", "guide", "question"], topics = ["the-che", "thu-tuc-hanh-chinh", "chinh-quyen-so"], units = ["VP", "KT", "VHXH", "CA"];
var entries = Enumerable.Range(0, count).Select(Document).ToList();
var thesaurus = new Thesaurus(Groups());
var folder = Directory.CreateTempSubdirectory("portal-search-speed-").FullName;
try
{
    var average = entries.Sum(entry => (double)entry.Text.Count(letter => letter == ' ')) / count;
    using var index = new SearchIndex(folder);
    var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
    index.Rebuild(entries, 1);
    var core = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
    Console.WriteLine($"{count} generated documents of {average:0} words on average indexed in {watch.Elapsed.TotalSeconds:0.0} s: {count / watch.Elapsed.TotalSeconds:0} a second, {count / core:0} a second of the core; {new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1048576} MB");

    var questions = File.ReadLines(Path.Combine(root, "tests/bench/search/questions.tsv")).Where(line => line.StartsWith("vi\t")).Select(line => line.Split('\t')[1])
        .Concat(Enumerable.Range(0, 300).Select(_ => Piece(entries[chance.Next(count)].Title, 2, 6))).Concat(Enumerable.Range(0, 100).Select(_ => Piece(entries[chance.Next(count)].Text, 3, 9))).ToArray();
    chance.Shuffle(questions);
    foreach (var question in questions) index.Find(new SearchQuery(question, "vi") { Thesaurus = thesaurus });   // what is compiled and read once is
    var slowest = new List<(double Ms, string Question, long Total)>();
    foreach (var question in questions.Concat(questions))
    {
        watch.Restart();
        var answer = index.Find(new SearchQuery(question, "vi") { Thesaurus = thesaurus });
        slowest.Add((watch.Elapsed.TotalMilliseconds, question, answer.Total));
    }
    slowest.Sort();
    Console.WriteLine($"{slowest.Count} questions with snippets and counts of filters: p50 {slowest[slowest.Count / 2].Ms:0.0} ms, p95 {slowest[slowest.Count * 95 / 100].Ms:0.0} ms, p99 {slowest[slowest.Count * 99 / 100].Ms:0.0} ms, longest {slowest[^1].Ms:0.0} ms");
    foreach (var slow in slowest.TakeLast(3)) Console.WriteLine($"  {slow.Ms:0.0} ms: {slow.Question} ({slow.Total} found)");

    var before = Environment.CpuUsage.TotalTime;
    foreach (var question in questions) index.Find(new SearchQuery(question, "vi") { Thesaurus = thesaurus });
    Console.WriteLine($"  {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / questions.Length:0.0} ms of the core a question on average");

    var seen = new List<double>();
    for (var round = 0; round < 30; round++)
    {
        watch.Restart();
        index.Apply([("content", "new" + round, Document(count + round) with { Key = "new" + round, Title = $"Tin vừa đăng mang số {7_000_000 + round}" })], round + 2);
        var found = index.Find(new SearchQuery((7_000_000 + round).ToString(), "vi")).Total;
        seen.Add(found == 1 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("What was just written is not found."));
    }
    seen.Sort();
    Console.WriteLine($"a changed document is found after p50 {seen[15]:0} ms, longest {seen[^1]:0} ms (from the change log to the first answer; the log is rung for at once on the node that saved, and read every 0.7 s on the others)");
}
finally
{
    Directory.Delete(folder, recursive: true);
}

SearchEntry Document(int number)
{
    var length = Math.Clamp((int)Math.Exp(5.6 + (0.65 * Gauss())), 60, 2500);
    var lead = chain.Say(chance, chance.Next(12, 28));
    return new SearchEntry("d" + number, "content", types[chance.Next(types.Length)], "vi", chain.Say(chance, chance.Next(5, 15)), "/tin-tuc/d" + number, lead + "\n" + chain.Say(chance, length),
        [topics[chance.Next(topics.Length)]], units[chance.Next(units.Length)], chance.Next(2021, 2027), [$"{number}/2026/QĐ-UBND"], DateTimeOffset.UnixEpoch.AddDays(19_000 + chance.Next(1700)), true) { Lead = lead, KindWords = "Tin bài" };
}

double Gauss() => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());

string Piece(string text, int least, int most)
{
    var words = text.Split(' ');
    var (start, length) = (chance.Next(Math.Max(1, words.Length - least)), chance.Next(least, most));
    return string.Join(' ', words.Skip(start).Take(length));
}

IEnumerable<WordGroup> Groups() =>
    from line in File.ReadLines(Path.Combine(root, "content-seed/cat-hai/search-words.yaml"))
    where line.StartsWith("- same:") || line.StartsWith("- asks:")
    select new WordGroup { Text = string.Join('\n', line[(line.IndexOf('[') + 1)..line.LastIndexOf(']')].Split(',').Select(word => word.Trim(' ', '"'))), OnlyAsks = line.StartsWith("- asks:") };

// What readers see of a seed: the quoted lines of its head, and its text.
static string Prose(string path)
{
    var parts = File.ReadAllText(path).Split("\n---\n", 2);
    return string.Join('\n', parts[0].Split('"').Where((_, at) => at % 2 == 1)) + "\n" + parts[^1];
}

static string Root()
{
    var folder = new DirectoryInfo(Directory.GetCurrentDirectory());
    while (!File.Exists(Path.Combine(folder.FullName, "CCHC.Portal.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("Run it inside the repository.");
    return folder.FullName;
}

// Which word follows which, in the seeds.
internal sealed class Chain
{
    private readonly Dictionary<string, List<string>> after = new(StringComparer.Ordinal);
    private readonly List<string> all = [];
    private readonly HashSet<string> lines = [];

    public static Chain Of(IEnumerable<string> texts)
    {
        var chain = new Chain();
        foreach (var text in texts)
        {
            var before = "";
            foreach (var word in text.Split('\n').Where(chain.lines.Add).SelectMany(line => line.Split((char[])[' ', '\n', '"', '[', ']', '(', ')', '|', '*', '#', '{', '}', ':'], StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Any(char.IsLetter) && !word.Contains('/') && !word.Contains('_') && word.Length < 12))
            {
                if (!chain.after.TryGetValue(before, out var following)) chain.after[before] = following = [];
                following.Add(word);
                chain.all.Add(word);
                before = word;
            }
        }
        return chain;
    }

    public string Say(Random chance, int words)
    {
        var said = new StringBuilder(words * 6);
        var word = all[chance.Next(all.Count)];
        for (var i = 0; i < words; i++)
        {
            if (i > 0) said.Append(' ');
            said.Append(word);
            word = chance.NextDouble() > 0.12 && after.TryGetValue(word, out var following) ? following[chance.Next(following.Count)] : all[chance.Next(all.Count)];
        }
        return said.ToString();
    }
}
