namespace CCHC.Portal.Sites;

/// <summary>Which texts of a body need more than one approval, and whose. The first rule that fits a text counts.</summary>
public sealed record ReviewRule
{
    /// <summary>Keys of content types; empty: any.</summary>
    public List<string> Types { get; init; } = [];

    /// <summary>Keys of topics; empty: any.</summary>
    public List<string> Topics { get; init; } = [];

    public List<ReviewStage> Stages { get; init; } = [];

    public bool Fits(string type, IEnumerable<string> topics) =>
        (Types.Count == 0 || Types.Contains(type)) && (Topics.Count == 0 || Topics.Intersect(topics).Any());
}

/// <summary>One step of approval: by publishers of these units (none named: of any), and how many of them.</summary>
public sealed record ReviewStage
{
    public string Name { get; init; } = "Duyệt đăng";

    /// <summary>Unit codes.</summary>
    public List<string> Units { get; init; } = [];

    public ReviewNeed Need { get; init; }
}

public enum ReviewNeed { One, Most, All }
