using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CCHC.Portal.Content;

/// <summary>One field of a content type, as the editing form needs it.</summary>
public sealed class ContentField(PropertyInfo property, FieldAttribute declared)
{
    public string Name { get; } = property.Name;
    public string Vi { get; } = declared.Vi;
    public string En { get; } = declared.En;
    public string? Hint { get; } = declared.Hint;
    public FieldInput Input { get; } = declared.Input;
    public int Order { get; } = declared.Order;
    public Type Type { get; } = property.PropertyType;
    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredAttribute));
    public int? MostCharacters { get; } = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;

    /// <summary>The kind of value behind a nullable one.</summary>
    public Type ValueType { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    public object? Of(ContentBody body) => property.GetValue(body);
}
