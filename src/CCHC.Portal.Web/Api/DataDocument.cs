using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CCHC.Portal.Content;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CCHC.Portal.Web.Api;

/// <summary>The OpenAPI document of /api/v1: every address, every word one may ask with, every field in both languages.</summary>
public static class DataDocument
{
    public const string Name = "v1";

    public static void Add(IServiceCollection services)
    {
        services.AddOpenApi(Name, document =>
        {
            document.ShouldInclude = door => ("/" + door.RelativePath).StartsWith(DataApi.Root, StringComparison.Ordinal);
            document.AddDocumentTransformer((written, _, _) =>
            {
                written.Info = new OpenApiInfo
                {
                    Title = "Dữ liệu mở / Open data",
                    Version = "1.0",
                    Description = "Chỉ đọc, không cần khóa. Thay đổi phá vỡ cách dùng sẽ có địa chỉ /api/v2. / Reading only, no key. A change that breaks clients will have an address of its own, /api/v2.",
                };
                Describe(written);
                return Task.CompletedTask;
            });
            document.AddOperationTransformer(Ask);
        });
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = Tagged.JsonWriting.Encoder;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Clear();
            json.SerializerOptions.TypeInfoResolverChain.Add(Tagged.JsonWriting.TypeInfoResolver!);
            foreach (var converter in Tagged.JsonWriting.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
    }

    public static void Map(WebApplication app) =>
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous().RequireCors(OpenData.Cors).CacheOutput(OpenData.ApiPolicy);

    /// <summary>Of content only declared fields are told: what is worked out from them is nobody's promise.</summary>
    public static void OnlyDeclared(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && type.Type.Namespace?.StartsWith("CCHC.Portal.Content", StringComparison.Ordinal) == true)
        {
            foreach (var property in type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(FieldAttribute), true) != true).ToList())
            {
                type.Properties.Remove(property);
            }
        }
    }

    private static Task Ask(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        operation.Parameters ??= [];
        foreach (var path in operation.Parameters.OfType<OpenApiParameter>())
        {
            path.Description = "Mã bền vững, tên bền vững, hoặc mã thủ tục. / Stable id, key, or the code of a procedure.";
        }
        foreach (var word in context.Description.ActionDescriptor.EndpointMetadata.OfType<DataWords>().SelectMany(words => words.Parameters))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = word.Name,
                In = ParameterLocation.Query,
                Description = $"{word.Vi} / {word.En}",
                Example = JsonValue.Create(word.Example),
                Schema = new OpenApiSchema
                {
                    Type = word.Most is null ? JsonSchemaType.String : JsonSchemaType.Integer,
                    Enum = word.Choices.Count == 0 ? null : [.. word.Choices.Select(choice => (JsonNode)JsonValue.Create(choice))],
                    Minimum = word.Most is null ? null : "1",
                    Maximum = word.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                },
            });
        }
        return Task.CompletedTask;
    }

    // The words of each field beside it, also where its kind is told elsewhere in the document.
    private static void Describe(OpenApiDocument written)
    {
        foreach (var (name, type) in Told())
        {
            if (written.Components?.Schemas?.TryGetValue(name, out var schema) != true || schema!.Properties is null)
            {
                continue;
            }
            foreach (var property in Tagged.JsonWriting.GetTypeInfo(type).Properties)
            {
                if (schema.Properties.TryGetValue(property.Name, out var field) && WordsOf(property.AttributeProvider) is { } words)
                {
                    field.Description = words;
                }
            }
        }
        foreach (var (name, words) in OfProblems)
        {
            foreach (var schema in new[] { "ProblemDetails", "HttpValidationProblemDetails" })
            {
                if (written.Components?.Schemas?.TryGetValue(schema, out var problem) == true && problem.Properties?.TryGetValue(name, out var field) == true)
                {
                    field.Description = words;
                }
            }
        }
    }

    /// <summary>Every type the answers are made of, by its name in the document.</summary>
    private static Dictionary<string, Type> Told()
    {
        var told = new Dictionary<string, Type>();
        var waiting = new Queue<Type>([typeof(DataIndex), typeof(DataPromises), typeof(DataPage<DataWithdrawal>), .. DataSet.All.Select(set => typeof(DataPage<>).MakeGenericType(typeof(DataItem<>).MakeGenericType(set.Type.Body)))]);
        while (waiting.TryDequeue(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            var info = Tagged.JsonWriting.GetTypeInfo(type);
            if (info.ElementType is { } element)
            {
                waiting.Enqueue(element);
            }
            else if (info.Kind == JsonTypeInfoKind.Object && told.TryAdd(NameOf(type), type))
            {
                info.Properties.ToList().ForEach(property => waiting.Enqueue(property.PropertyType));
            }
        }
        return told;
    }

    private static string NameOf(Type type) => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}" : type.Name;

    // RFC 9457.
    private static readonly Dictionary<string, string> OfProblems = new()
    {
        ["type"] = "Loại lỗi, là một địa chỉ. / Kind of problem, an address.",
        ["title"] = "Lỗi gì. / What is wrong.",
        ["status"] = "Mã HTTP. / HTTP status.",
        ["detail"] = "Lời giải thích. / Explanation.",
        ["instance"] = "Lần xảy ra này. / This occurrence.",
        ["errors"] = "Từng tham số sai và vì sao. / Each wrong parameter and why.",
    };

    private static string? WordsOf(ICustomAttributeProvider? property) =>
        property?.GetCustomAttributes(typeof(FieldAttribute), true).OfType<FieldAttribute>().FirstOrDefault() is { } field ? $"{field.Vi}. / {field.En}."
        : property?.GetCustomAttributes(typeof(DescriptionAttribute), true).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
}
