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
    public string? Example { get; } = declared.Example;
    public FieldInput Input { get; } = declared.Input;
    public MediaKind Holds { get; } = declared.Holds;
    public int Order { get; } = declared.Order;
    public bool Folded { get; } = declared.Folded;
    public Type Type { get; } = property.PropertyType;
    public bool IsRequired { get; } = property.IsDefined(typeof(RequiredAttribute));
    public int? MostCharacters { get; } = property.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength;

    /// <summary>The kind of value behind a nullable one.</summary>
    public Type ValueType { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    /// <summary>The record of one row, for a field of rows; else null.</summary>
    public Type? RowType { get; } = declared.Input != FieldInput.Rows ? null : ElementOf(property.PropertyType) ?? property.PropertyType;

    /// <summary>What is in a list: enums to tick, or rows.</summary>
    public Type? Element { get; } = ElementOf(property.PropertyType);

    /// <summary>The fields of one row.</summary>
    public IReadOnlyList<ContentField> Parts => RowType is null ? [] : Declared(RowType);

    public object? Of(object holder) => property.GetValue(holder);

    /// <summary>Why a value that was given will not do, in Vietnamese; what is only missing is not wrong yet.</summary>
    public string? Wrong(object holder) => property.GetValue(holder) is { } value and not ""
        ? property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => rule is not RequiredAttribute && !rule.IsValid(value))?.FormatErrorMessage(Vi)
        : null;

    /// <summary>What to say while a value that readers need is not there.</summary>
    public string? Missing(object holder) =>
        property.GetCustomAttribute<RequiredAttribute>() is { } rule && !rule.IsValid(property.GetValue(holder)) ? rule.FormatErrorMessage(Vi) : null;

    /// <summary>The declared fields of a record, in their order.</summary>
    public static IReadOnlyList<ContentField> Declared(Type record) =>
        [.. record.GetProperties()
            .Select(property => (property, field: property.GetCustomAttribute<FieldAttribute>()))
            .Where(pair => pair.field is not null)
            .Select(pair => new ContentField(pair.property, pair.field!))
            .OrderBy(field => field.Order)];

    private static Type? ElementOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;
}
