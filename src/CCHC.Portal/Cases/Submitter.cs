namespace CCHC.Portal.Cases;

/// <summary>Who sent a message and how to reach them; kept encrypted.</summary>
public sealed record Submitter
{
    public string Name { get; init; } = "";
    public string Address { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";

    public bool IsEmpty => Name == "" && Address == "" && Phone == "" && Email == "";

    /// <summary>As shown until someone asks, on record, to see it whole: Nguyễn T. M. L., 090•••417.</summary>
    public Submitter Masked() => new()
    {
        Name = MaskName(Name),
        Address = Address == "" ? "" : "•••",
        Phone = Phone.Length > 6 ? Phone[..3] + "•••" + Phone[^3..] : Phone == "" ? "" : "•••",
        Email = Email.IndexOf('@') is var at && at > 0 ? Email[..1] + "•••" + Email[at..] : "",
    };

    private static string MaskName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 1 ? (name == "" ? "" : name[..1] + ".") : string.Join(' ', [words[0], .. words[1..].Select(word => word[..1] + ".")]);
    }
}
