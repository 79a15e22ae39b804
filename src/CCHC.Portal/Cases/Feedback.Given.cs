using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Cases;

/// <summary>What the sender answered to the questions of the form.</summary>
public sealed partial class Feedback
{
    public const string GivenPurpose = "given-answers";

    private string given = "";
    private byte[]? givenBox;

    /// <summary>The answers as <see cref="GivenAnswer"/> writes them; personal ones without their words.</summary>
    public string Given { get => given; init => given = value; }

    /// <summary>The personal ones with their words, encrypted; null when there are none, or no more.</summary>
    public byte[]? GivenBox { get => givenBox; init => givenBox = value; }

    public IReadOnlyList<GivenAnswer> GivenAnswers() => GivenAnswer.Read(Given);

    /// <summary>With the words of the personal ones: for the sender, and for who asked on record.</summary>
    public IReadOnlyList<GivenAnswer> GivenAnswers(Vault vault)
    {
        var personal = GivenBox is { } box ? vault.Unlock<List<GivenAnswer>>(box, GivenPurpose) : [];
        return [.. GivenAnswers().Select(answer => personal.Find(one => one.Code == answer.Code) ?? answer)];
    }

    /// <summary>The answers everybody who reads the case may read, as one text: for lists and files.</summary>
    public string GivenWords() => string.Join("; ", GivenAnswers().Where(answer => !answer.IsPersonal).Select(answer => $"{answer.Label}: {answer.Text}"));
}
