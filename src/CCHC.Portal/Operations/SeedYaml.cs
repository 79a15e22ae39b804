using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CCHC.Portal.Operations;

/// <summary>Reads the YAML of seed files into the domain's own records.</summary>
internal static class SeedYaml
{
    private static readonly IDeserializer Strict = Builder().Build();
    private static readonly IDeserializer Lenient = Builder().IgnoreUnmatchedProperties().Build();

    public static T Read<T>(string yaml) => Parsed(() => Strict.Deserialize<T>(yaml));

    public static object ReadPart(string yaml, Type type) => Parsed(() => Lenient.Deserialize(yaml, type)!);

    /// <summary>The top-level keys with the lines they stand on.</summary>
    public static IReadOnlyList<(string Key, long Line)> Keys(string yaml) => Parsed(() => TopKeys(yaml).ToList());

    private static IEnumerable<(string Key, long Line)> TopKeys(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        var isKey = true;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    depth++;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    isKey = depth == 1 || isKey;
                    break;
                case Scalar scalar when depth == 1:
                    if (isKey)
                    {
                        yield return (scalar.Value, scalar.Start.Line);
                    }
                    isKey = !isKey;
                    break;
            }
        }
    }

    // YamlDotNet's scanner answers some broken files, such as a list that is not closed, with its own confusion.
    private static T Parsed<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (InvalidOperationException)
        {
            throw new YamlException("the YAML is broken: perhaps a bracket or a quotation mark is not closed");
        }
    }

    private static DeserializerBuilder Builder() => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(new Moments())
        .WithDuplicateKeyChecking();

    // Dates and times in the forms the seeds use; YamlDotNet knows only DateTime.
    private sealed class Moments : IYamlTypeConverter
    {
        public bool Accepts(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var t
            && (t == typeof(DateOnly) || t == typeof(TimeOnly) || t == typeof(DateTimeOffset));

        public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var scalar = parser.Consume<Scalar>();
            if (scalar.Value is "" or "~" or "null" && Nullable.GetUnderlyingType(type) is not null)
            {
                return null;
            }
            try
            {
                var wanted = Nullable.GetUnderlyingType(type) ?? type;
                return wanted == typeof(DateOnly) ? DateOnly.ParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                    : wanted == typeof(TimeOnly) ? TimeOnly.ParseExact(scalar.Value, "HH:mm", CultureInfo.InvariantCulture)
                    : DateTimeOffset.Parse(scalar.Value, CultureInfo.InvariantCulture);
            }
            catch (FormatException)
            {
                throw new YamlException(scalar.Start, scalar.End, $"“{scalar.Value}” is not a date or time");
            }
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
    }
}
