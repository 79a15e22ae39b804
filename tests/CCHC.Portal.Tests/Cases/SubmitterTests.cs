using CCHC.Portal.Cases;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Tests.Cases;

public sealed class SubmitterTests
{
    [Theory]
    [InlineData("Nguyễn Thị Mai Lan", "Nguyễn T. M. L.")]
    [InlineData("Mai", "M.")]
    [InlineData("", "")]
    [InlineData("  Trần   Bình ", "Trần B.")]
    public void A_name_is_shown_by_its_family_name_and_initials(string name, string shown) =>
        Assert.Equal(shown, new Submitter { Name = name }.Masked().Name);

    [Theory]
    [InlineData("0901234567", "090•••567")]
    [InlineData("12345", "•••")]
    [InlineData("", "")]
    public void A_number_keeps_its_ends(string phone, string shown) => Assert.Equal(shown, new Submitter { Phone = phone }.Masked().Phone);

    [Theory]
    [InlineData("mai.lan@example.vn", "m•••@example.vn")]
    [InlineData("khong-phai-thu", "")]
    [InlineData("@example.vn", "")]
    [InlineData("", "")]
    public void A_mail_address_keeps_its_first_letter_and_its_house(string email, string shown) => Assert.Equal(shown, new Submitter { Email = email }.Masked().Email);

    [Fact]
    public void An_address_is_only_said_to_be_there() => Assert.Equal("•••", new Submitter { Address = "Số 12, tổ 3" }.Masked().Address);

    [Fact]
    public void Who_sent_it_lies_encrypted_and_opens_only_for_its_own_use()
    {
        var keys = Directory.CreateTempSubdirectory("portal-keys-").FullName;
        try
        {
            var vault = new Vault(keys, "portal");
            var box = vault.Lock(new Submitter { Name = "Nguyen Van Mau", Phone = "0901234567" }, Feedback.IdentityPurpose);

            Assert.DoesNotContain("Nguyen", System.Text.Encoding.UTF8.GetString(box), StringComparison.Ordinal);
            Assert.Equal("0901234567", vault.Unlock<Submitter>(box, Feedback.IdentityPurpose).Phone);
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => vault.Unlock<Submitter>(box, "another-purpose"));
            box[^1] ^= 1;
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => vault.Unlock<Submitter>(box, Feedback.IdentityPurpose));
        }
        finally
        {
            Directory.Delete(keys, recursive: true);
        }
    }
}
