// What a photo of a telephone costs: judged and cleaned, then drawn in all sizes. dotnet run -c Release tests/bench/pictures.cs [photo.jpg]
#:project ../../src/CCHC.Portal/CCHC.Portal.csproj
#:property PublishAot=false
using System.Diagnostics;
using CCHC.Portal.Storage;
using NetVips;

const int Rounds = 5;
var photo = args.Length > 0 ? File.ReadAllBytes(args[0]) : Photo();
Console.WriteLine($"photo: {photo.Length / 1024} KB");
for (var round = 1; round <= Rounds; round++)
{
    var (kept, judging) = await Cost(() => Incoming.CheckForLibrary(new MemoryStream(photo), "photo.jpg", photo.Length, default));
    var (drawn, drawing) = await Cost(() => Task.FromResult(PictureSizes.Draw(kept.Content, [.. PictureSizes.Wanted(kept.Width!.Value, seeThrough: false)])));
    Console.WriteLine($"round {round}: {kept.Width} x {kept.Height} kept in {judging.Core:0.00} s of one core ({judging.Wall:0.00} s); {drawn.Count} copies drawn in {drawing.Core:0.00} s of one core ({drawing.Wall:0.00} s), {drawn.Values.Sum(copy => copy.Length) / 1024} KB");
}

static async Task<(T Result, (double Core, double Wall))> Cost<T>(Func<Task<T>> work)
{
    var process = Process.GetCurrentProcess();
    var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
    var result = await work();
    process.Refresh();
    return (result, ((process.TotalProcessorTime - before).TotalSeconds, watch.Elapsed.TotalSeconds));
}

// Twelve megapixels with as much to draw as a harbour has: soft shapes, edges and grain.
static byte[] Photo()
{
    using var soft = Image.Perlin(4000, 3000, cellSize: 300, seed: 7);
    using var fine = Image.Perlin(4000, 3000, cellSize: 24, seed: 8);
    using var grain = Image.Gaussnoise(4000, 3000, sigma: 6, seed: 9);
    using var grey = (soft * 60) + (fine * 40) + grain + 120;
    using var colour = grey.Bandjoin(grey * 0.8 + 20, grey * 0.6 + 50).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    return colour.JpegsaveBuffer(q: 90);
}
