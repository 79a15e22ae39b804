using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Content;

/// <summary>A list readers need something in.</summary>
public sealed class AtLeastOneAttribute : RequiredAttribute
{
    public override bool IsValid(object? value) => value is ICollection { Count: > 0 };
}
