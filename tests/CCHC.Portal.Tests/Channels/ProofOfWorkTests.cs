using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CCHC.Portal.Channels;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CCHC.Portal.Tests.Channels;

public sealed class ProofOfWorkTests
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a secret of the tests, long enough");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
    private readonly ProofOfWork _proof;

    public ProofOfWorkTests() => _proof = new ProofOfWork(Secret, _clock);

    [Fact]
    public void The_challenge_is_what_the_widget_reads()
    {
        var challenge = JsonNode.Parse(_proof.NewChallenge())!;

        var parameters = challenge["parameters"]!.AsObject();
        Assert.Equal(["algorithm", "cost", "expiresAt", "keyLength", "keyPrefix", "nonce", "salt"], parameters.Select(p => p.Key));
        Assert.Equal("PBKDF2/SHA-256", (string?)parameters["algorithm"]);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(20).ToUnixTimeSeconds(), (long)parameters["expiresAt"]!);
        Assert.Contains("\"algorithm\":\"PBKDF2/SHA-256\",\"cost\":5000", challenge.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_is_over_the_sorted_parameters_without_spaces()
    {
        var json = _proof.NewChallenge();

        var from = json.IndexOf("{\"algorithm\"", StringComparison.Ordinal);
        var signed = json[from..(json.IndexOf('}') + 1)];
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(signed))), (string?)JsonNode.Parse(json)!["signature"]);
    }

    [Fact]
    public void Two_challenges_are_never_alike()
    {
        Assert.NotEqual(_proof.NewChallenge(), _proof.NewChallenge());
    }

    [Fact]
    public void A_solved_challenge_is_accepted_once()
    {
        var answer = ProofOfWork.Solve(_proof.NewChallenge());

        Assert.True(_proof.Accept(answer));
        Assert.False(_proof.Accept(answer));
    }

    [Fact]
    public void An_answer_that_comes_twice_at_the_same_time_counts_once()
    {
        var answer = ProofOfWork.Solve(_proof.NewChallenge());

        var accepted = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Count(_ => _proof.Accept(answer));

        Assert.Equal(1, accepted);
    }

    [Fact]
    public void A_replay_in_other_clothes_is_still_a_replay()
    {
        var answer = ProofOfWork.Solve(_proof.NewChallenge());
        Assert.True(_proof.Accept(answer));

        Assert.False(_proof.Accept(Changed(answer, a => a["solution"]!["time"] = 12.5)));
        Assert.False(_proof.Accept(Changed(answer, a => a["challenge"]!["signature"] = ((string)a["challenge"]!["signature"]!).ToUpperInvariant())));
    }

    [Fact]
    public void It_expires_after_twenty_minutes()
    {
        var (early, late) = (ProofOfWork.Solve(_proof.NewChallenge()), ProofOfWork.Solve(_proof.NewChallenge()));

        _clock.Advance(TimeSpan.FromMinutes(20));
        Assert.True(_proof.Accept(early));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(_proof.Accept(early));
        Assert.False(_proof.Accept(late));
    }

    [Fact]
    public void The_time_the_widget_adds_does_not_matter()
    {
        var answer = ProofOfWork.Solve(_proof.NewChallenge());

        Assert.True(_proof.Accept(Changed(answer, a => a["solution"]!["time"] = 312.4)));
    }

    [Theory]
    [InlineData("cost", 1)]
    [InlineData("keyPrefix", "")]
    [InlineData("expiresAt", 9999999999)]
    [InlineData("algorithm", "SHA-256")]
    [InlineData("keyLength", 1)]
    [InlineData("nonce", "zz")]
    [InlineData("cost", 2147483647)]
    [InlineData("nonce", null)]
    public void A_challenge_made_easier_is_forged(string parameter, object? value)
    {
        var answer = ProofOfWork.Solve(_proof.NewChallenge());

        Assert.False(_proof.Accept(Changed(answer, a => a["challenge"]!["parameters"]![parameter] = JsonSerializer.SerializeToNode(value))));
    }

    [Fact]
    public void A_wrong_answer_is_refused_and_the_right_one_still_counts()
    {
        var answer = ProofOfWork.Solve(_proof.NewChallenge());
        var counter = (uint)JsonNode.Parse(Convert.FromBase64String(answer))!["solution"]!["counter"]!;

        Assert.False(_proof.Accept(Changed(answer, a => a["solution"]!["counter"] = counter + 1)));
        Assert.False(_proof.Accept(Changed(answer, a => a["solution"]!["derivedKey"] = "00" + new string('a', 62))));
        Assert.True(_proof.Accept(answer));
    }

    [Fact]
    public void Another_portal_s_challenge_is_not_ours()
    {
        var other = new ProofOfWork(Encoding.UTF8.GetBytes("the secret of another portal"), _clock);

        Assert.False(_proof.Accept(ProofOfWork.Solve(other.NewChallenge())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bnVsbA==")]   // null
    [InlineData("e30=")]       // {}
    [InlineData("W10=")]       // []
    [InlineData("eyJjaGFsbGVuZ2UiOm51bGwsInNvbHV0aW9uIjpudWxsfQ==")]
    public void Nonsense_is_refused(string? payload)
    {
        Assert.False(_proof.Accept(payload));
    }

    [Fact]
    public void Nothing_sent_can_throw()
    {
        Gen.Byte.Array.Sample(bytes => !_proof.Accept(Convert.ToBase64String(bytes)));
        Gen.String.Sample(text => !_proof.Accept(text));
        Assert.False(_proof.Accept(new string('A', 1_000_000)));
        Assert.False(_proof.Accept(Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('[', 2000)))));
    }

    [Fact]
    public void A_short_secret_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ProofOfWork(new byte[8], _clock));
    }

    private static string Changed(string answer, Action<JsonNode> change)
    {
        var node = JsonNode.Parse(Convert.FromBase64String(answer))!;
        change(node);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(node.ToJsonString()));
    }
}
