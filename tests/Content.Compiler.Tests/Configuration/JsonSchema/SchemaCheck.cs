using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Content.Compiler.Tests.Configuration.JsonSchema;

/// <summary>Loads a schema that we emit, as NJsonSchema understands it.</summary>
internal static class SchemaCheck
{
    public static async Task<NJsonSchema.JsonSchema> Load(byte[] bytes) =>
        await NJsonSchema.JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(bytes), TestContext.Current.CancellationToken);

    /// <summary>What is wrong with the text; dates stay text, as they are in JSON.</summary>
    public static string[] Errors(this NJsonSchema.JsonSchema schema, string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return [.. schema.Validate(JToken.ReadFrom(reader)).Select(error => error.ToString())];
    }
}
