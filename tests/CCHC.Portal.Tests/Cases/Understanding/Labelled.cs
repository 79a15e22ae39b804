using CCHC.Portal.Cases.Understanding;
using CCHC.Portal.Tests.House;

namespace CCHC.Portal.Tests.Cases.Understanding;

/// <summary>The labelled texts that the weights are made from.</summary>
internal static class Labelled
{
    public static readonly IReadOnlyList<LabelledText> Texts = Training.Read(Repository.Under("tests", "bench", "classify", "texts.jsonl"));
}
