namespace CCHC.Portal.Content;

/// <summary>An edition as one of its saved versions said it.</summary>
public sealed partial class Edition
{
    /// <summary>Not yet before readers: what a preview link may show.</summary>
    public bool IsToCome => IsWritable || State == EditionState.Scheduled;

    /// <summary>The whole address at which it is read in its own language.</summary>
    public string AddressAt(string baseUrl) => baseUrl + (Culture == "en" ? "/en" : "") + Address;

    /// <summary>A copy that says something else since an hour, for reading only.</summary>
    public Edition Saying(ContentBody body, DateTimeOffset since)
    {
        var copy = (Edition)MemberwiseClone();
        (copy.BodyJson, copy.ChangedAt) = (Kind.Write(body), since > ChangedAt ? since : ChangedAt);
        return copy;
    }

    /// <summary>A copy with the words of an earlier save, for reading only.</summary>
    public Edition As(Revision version)
    {
        var copy = (Edition)MemberwiseClone();
        (copy.Title, copy.Summary, copy.BodyJson) = (version.Title, version.Summary, version.BodyJson);
        copy.Derive();
        return copy;
    }
}
