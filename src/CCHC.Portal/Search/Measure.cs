namespace CCHC.Portal.Search;

/// <summary>How long a thing is, how long its title, and how much it is what people come for: three numbers in one.</summary>
internal readonly record struct Measure(int TitleWords, int Words, double Weight)
{
    private const int Most = 0xFFFF, Parts = 100;

    public static long Packed(int titleWords, int words, float weight) =>
        ((long)Math.Clamp((int)(weight * Parts), 0, Most) << 40) | ((long)Math.Min(titleWords, 0xFF) << 32) | (uint)words;

    public static Measure From(long packed) => new((int)(packed >> 32) & 0xFF, (int)(packed & 0xFFFFFFFF), (packed >> 40) / (double)Parts);
}
