using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CsCheck;

namespace CCHC.Portal.Tests.Cases;

public sealed class CaseCodesTests : IDisposable
{
    private readonly string keys = Directory.CreateTempSubdirectory("portal-keys-").FullName;
    private readonly CaseCodes codes;

    public CaseCodesTests() => codes = new CaseCodes(new Vault(keys, "portal"));

    public void Dispose() => Directory.Delete(keys, recursive: true);

    [Fact]
    public void No_character_of_a_code_looks_like_another()
    {
        var letters = string.Concat(Enumerable.Range(0, 500).Select(i => codes.NewReference()[3..] + codes.SecretFor(i.ToString()))).Where(char.IsLetterOrDigit).ToHashSet();

        Assert.Empty(letters.Intersect("0OQ1IL2Z5S8BUV"));
        Assert.All(letters, letter => Assert.True(char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter)));
    }

    [Fact]
    public void References_do_not_repeat()
    {
        var made = Enumerable.Range(0, 2_000).Select(_ => codes.NewReference()).ToList();

        Assert.Equal(made.Count, made.Distinct().Count());
        Assert.All(made, code => Assert.Matches("^PA-[A-Z0-9]{4}-[A-Z0-9]{4}$", code));
    }

    [Fact]
    public void The_secret_of_a_form_is_the_same_however_often_it_is_asked_for()
    {
        Assert.Equal(codes.SecretFor("khoa-mot"), codes.SecretFor("khoa-mot"));
        Assert.NotEqual(codes.SecretFor("khoa-mot"), codes.SecretFor("khoa-hai"));
        Assert.Matches("^([A-Z0-9]{4}-){3}[A-Z0-9]{4}$", codes.SecretFor("khoa-mot"));
    }

    [Fact]
    public void Another_servers_key_makes_other_secrets()
    {
        var other = Directory.CreateTempSubdirectory("portal-keys-").FullName;
        try
        {
            Assert.NotEqual(codes.SecretFor("khoa"), new CaseCodes(new Vault(other, "portal")).SecretFor("khoa"));
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    [Fact]
    public void A_secret_uses_all_of_its_letters_about_equally()
    {
        var counts = Enumerable.Range(0, 3_000).SelectMany(i => codes.SecretFor("k" + i).Where(char.IsLetterOrDigit)).CountBy(letter => letter).Select(pair => pair.Value).ToList();

        Assert.Equal(22, counts.Count);
        Assert.True(counts.Max() < counts.Min() * 1.3, $"{counts.Min()} to {counts.Max()}");
    }

    [Fact]
    public void A_secret_opens_its_own_case_as_typed_by_hand_and_no_other()
    {
        var secret = codes.SecretFor("khoa");
        var hash = codes.HashOf(secret);

        Assert.True(codes.Opens(secret, hash));
        Assert.True(codes.Opens(" " + secret.ToLowerInvariant().Replace('-', ' '), hash));
        Assert.False(codes.Opens(codes.SecretFor("khac"), hash));
        Assert.False(codes.Opens("", hash));
        Assert.False(codes.Opens(secret, null));
    }

    [Fact]
    public void What_is_kept_does_not_tell_the_secret()
    {
        var secret = codes.SecretFor("khoa");

        Assert.DoesNotContain(CaseCodes.Tidy(secret), System.Text.Encoding.UTF8.GetString(codes.HashOf(secret)), StringComparison.Ordinal);
        Assert.Equal(32, codes.HashOf(secret).Length);
    }

    [Theory]
    [InlineData("pa-acde-fghj", "PA-ACDE-FGHJ")]
    [InlineData(" PA ACDE FGHJ ", "PA-ACDE-FGHJ")]
    [InlineData("acdefghj", "PA-ACDE-FGHJ")]
    [InlineData("PAACDEFGHJ", "PA-ACDE-FGHJ")]
    [InlineData("PACDEFGH", "PA-PACD-EFGH")]   // eight letters that begin with PA
    [InlineData("acde", "")]
    [InlineData("", "")]
    [InlineData("'; DROP TABLE Feedback; --", "")]
    public void A_reference_typed_by_hand_is_forgiven_its_case_blanks_and_hyphens(string typed, string code) =>
        Assert.Equal(code, CaseCodes.TidyReference(typed));

    [Fact]
    public void Every_single_slip_is_found_in_code_and_secret() => Check.Sample(Gen.Int[0, 1_000_000], number =>
    {
        foreach (var code in Both(number))
        {
            for (var place = 0; place < code.Length; place++)
            {
                foreach (var letter in Letters.Where(letter => letter != code[place]))
                {
                    Assert.Equal(CodeFault.Slip, FaultOf(code[..place] + letter + code[(place + 1)..]));
                }
            }
        }
    }, iter: 200);

    [Fact]
    public void Any_two_characters_that_changed_places_are_found_however_far_apart() => Check.Sample(Gen.Int[0, 1_000_000], number =>
    {
        foreach (var code in Both(number))
        {
            for (var one = 0; one < code.Length; one++)
            {
                for (var other = one + 1; other < code.Length; other++)
                {
                    var letters = code.ToCharArray();
                    (letters[one], letters[other]) = (letters[other], letters[one]);
                    Assert.Equal(code[one] == code[other] ? CodeFault.None : CodeFault.Slip, FaultOf(new string(letters)));
                }
            }
        }
    }, iter: 300);

    [Fact]
    public void A_character_too_few_or_too_many_or_of_no_code_is_said_to_be_that()
    {
        var code = codes.NewReference();

        Assert.Equal(CodeFault.None, CaseCodes.FaultOf(code.ToLowerInvariant().Replace('-', ' ')));
        Assert.Equal(CodeFault.Length, CaseCodes.FaultOf(code[..^1]));
        Assert.Equal(CodeFault.Length, CaseCodes.FaultOf(code + "A"));
        Assert.Equal(CodeFault.Letter, CaseCodes.FaultOf(code[..^1] + "O"));
        Assert.Equal(CodeFault.Length, CaseCodes.FaultOfSecret(""));
    }

    private const string Letters = "34679ACDEFGHJKMNPRTWXY";

    private IEnumerable<string> Both(int number) => [CaseCodes.Tidy(codes.NewReference())[2..], CaseCodes.Tidy(codes.SecretFor(number.ToString()))];

    private static CodeFault FaultOf(string code) => code.Length == 8 ? CaseCodes.FaultOf(code) : CaseCodes.FaultOfSecret(code);
}
