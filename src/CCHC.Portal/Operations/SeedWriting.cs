using System.Collections;
using System.Globalization;
using System.Reflection;
using CCHC.Portal.Content;
using CCHC.Portal.Time;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CCHC.Portal.Operations;

/// <summary>Writes the domain's records as the YAML that <see cref="SeedYaml"/> reads: the same records give the same bytes.</summary>
internal static class SeedWriting
{
    private static readonly EmitterSettings Settings = new EmitterSettings().WithBestIndent(2).WithBestWidth(int.MaxValue).WithNewLine("\n").WithIndentedSequences();

    /// <summary>A record, or a list of them, by its writable properties.</summary>
    public static string Yaml(object value)
    {
        var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, value);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>What of a content body stands in front of its text, in the order of its declaration.</summary>
    public static IEnumerable<(string Key, object Value)> Front(ContentType type, ContentBody body)
    {
        var empty = type.Empty();
        return type.Fields.Where(field => field.Name != nameof(ContentBody.Text)).Select(field => (field.Name, field.Of(body), field.Of(empty)))
            .Where(field => IsSaid(field.Item2, field.Item3)).Select(field => (CamelCase(field.Name), field.Item2!));
    }

    private static void Write(Emitter emitter, object value)
    {
        switch (value)
        {
            case string text:
                emitter.Emit(new Scalar(null, null, text, IsBlock(text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted, false, true));
                break;
            case IEnumerable<(string, object)> pairs:
                Mapping(emitter, pairs);
                break;
            case IEnumerable list:
                Sequence(emitter, list.Cast<object>().ToList());
                break;
            case var _ when Plain(value) is { } plain:
                emitter.Emit(new Scalar(null, null, plain, ScalarStyle.Plain, true, false));
                break;
            default:
                Mapping(emitter, Said(value));
                break;
        }
    }

    private static void Mapping(Emitter emitter, IEnumerable<(string Key, object Value)> pairs)
    {
        emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
        foreach (var (key, value) in pairs)
        {
            emitter.Emit(new Scalar(key));
            Write(emitter, value);
        }
        emitter.Emit(new MappingEnd());
    }

    private static void Sequence(Emitter emitter, List<object> list)
    {
        var isShort = list.TrueForAll(one => Plain(one) is not null || one is string { Length: < 40 } and not "" && !IsBlock((string)one));
        emitter.Emit(new SequenceStart(null, null, isImplicit: true, isShort ? SequenceStyle.Flow : SequenceStyle.Block));
        list.ForEach(one => Write(emitter, one));
        emitter.Emit(new SequenceEnd());
    }

    private static IEnumerable<(string, object)> Said(object record)
    {
        var empty = Activator.CreateInstance(record.GetType());
        return record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .Select(property => (property.Name, Value: property.GetValue(record), Empty: property.GetValue(empty)))
            .Where(property => IsSaid(property.Value, property.Empty)).Select(property => (CamelCase(property.Name), property.Value!));
    }

    // No, an empty text and an empty list are not written where they would be read all the same.
    private static bool IsSaid(object? value, object? unsaid) => value switch
    {
        null => false,
        false => unsaid is not false,
        "" => unsaid is not "",
        IList { Count: 0 } => unsaid is not IList { Count: 0 },
        _ => true,
    };

    private static string? Plain(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Enum name => name.ToString(),
        int number => number.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset at => TimeZoneInfo.ConvertTime(at, VietnamTime.Zone).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        _ => null,
    };

    // A text of several lines stands as it is; what a block cannot hold exactly is written with escapes.
    private static bool IsBlock(string text) => text.TrimEnd('\n').Contains('\n') && !char.IsWhiteSpace(text[0]) && !text.EndsWith("\n\n", StringComparison.Ordinal) && !text.EndsWith(' ')
        && !text.Contains('\t') && !text.Contains(" \n", StringComparison.Ordinal) && !text.Any(letter => char.IsControl(letter) && letter != '\n') && !text.Any(char.IsSurrogate)
        && !text.Contains('\u0085') && !text.Contains('\u2028') && !text.Contains('\u2029');

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
