using CCHC.Portal.Content;

namespace CCHC.Portal.Web.Pages.Desk.Content;

/// <summary>One field of the editor's form with what stands in it: text as typed, or the sets of a field of rows.</summary>
public sealed record BodyField(ContentField Field, string Name, IReadOnlyList<string> Typed, IReadOnlyList<IReadOnlyList<BodyField>> Sets)
{
    private const int LongLine = 301;

    public string Text => Typed.Count > 0 ? Typed[0] : "";

    public bool IsEmpty => Sets.Count > 0 ? Sets.All(set => set.All(part => part.IsEmpty)) : Typed.All(string.IsNullOrWhiteSpace);

    /// <summary>Whether more sets may be added.</summary>
    public bool Grows => Field.Element is not null;

    public BodyControl Control => Field switch
    {
        { Input: FieldInput.Rows } => BodyControl.Rows,
        { Input: FieldInput.Lines } => BodyControl.Lines,
        { Input: FieldInput.Markdown } => BodyControl.Markdown,
        { Input: FieldInput.Media } => BodyControl.Media,
        { Element.IsEnum: true } => BodyControl.Ticks,
        { ValueType.IsEnum: true } => BodyControl.Choice,
        { MostCharacters: >= LongLine } => BodyControl.Area,
        _ => Type.GetTypeCode(Field.ValueType) switch
        {
            TypeCode.Boolean => BodyControl.Tick,
            TypeCode.Int32 => BodyControl.Number,
            TypeCode.Decimal => BodyControl.Measure,
            _ when Field.ValueType == typeof(DateOnly) => BodyControl.Date,
            _ when Field.ValueType == typeof(TimeOnly) => BodyControl.Time,
            _ => BodyControl.Line,
        },
    };
}

public enum BodyControl { Line, Area, Markdown, Media, Lines, Number, Date, Time, Tick, Ticks, Choice, Rows, Measure }
