using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Content.Compiler.Apis;

/// <summary>A type of an assembly.</summary>
/// <param name="Reader">Of its assembly.</param>
/// <param name="Handle">Its own.</param>
internal readonly record struct AssemblyType(MetadataReader Reader, TypeDefinitionHandle Handle);

/// <summary>The public types of assemblies, and their members as they are asked for. For one thread at a time.</summary>
internal sealed class AssemblyApis : IDisposable
{
    private readonly List<PEReader> opened = [];

    /// <summary>Reads the names of all types; what is no assembly is passed over, since the C# compiler tells of it.</summary>
    public AssemblyApis(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            try
            {
                var reader = new PEReader(new MemoryStream(File.ReadAllBytes(file)), PEStreamOptions.PrefetchMetadata);
                opened.Add(reader);
                if (reader.HasMetadata)
                    Add(reader.GetMetadataReader());
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
            {
                // As if it were not referred to.
            }
        }
    }

    /// <summary>By full name without type parameters; generic types of one name are one list.</summary>
    public Dictionary<string, List<AssemblyType>> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Every namespace that has a type, and those around it.</summary>
    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of a type and of those that it derives from: the name, and for methods their simplified parameter types.</summary>
    public IEnumerable<(string Name, string[]? Parameters)> MembersOf(string type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>([type, "System.Object"]);
        while (pending.TryDequeue(out var next))
        {
            if (!seen.Add(next) || !Types.TryGetValue(next, out var definitions))
                continue;
            foreach (var (reader, handle) in definitions)
            {
                var definition = reader.GetTypeDefinition(handle);
                foreach (var member in OwnMembers(reader, definition))
                    yield return member;
                if (NameOf(reader, definition.BaseType) is { } parent)
                    pending.Enqueue(parent);
                foreach (var implemented in definition.GetInterfaceImplementations())
                {
                    if ((definition.Attributes & TypeAttributes.Interface) != 0 && NameOf(reader, reader.GetInterfaceImplementation(implemented).Interface) is { } inherited)
                        pending.Enqueue(inherited);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var reader in opened)
            reader.Dispose();
    }

    private static IEnumerable<(string Name, string[]? Parameters)> OwnMembers(MetadataReader reader, TypeDefinition definition)
    {
        foreach (var handle in definition.GetMethods())
        {
            var method = reader.GetMethodDefinition(handle);
            if ((method.Attributes & MethodAttributes.MemberAccessMask) is not (MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem))
                continue;
            var name = reader.GetString(method.Name);
            var parameters = method.DecodeSignature(TypeNames.Instance, null).ParameterTypes.ToArray();
            yield return (name == ".ctor" ? "ctor" : name, parameters);
        }

        foreach (var handle in definition.GetProperties())
            yield return (reader.GetString(reader.GetPropertyDefinition(handle).Name), null);
        foreach (var handle in definition.GetFields())
        {
            var field = reader.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem)
                yield return (reader.GetString(field.Name), null);
        }

        foreach (var handle in definition.GetEvents())
            yield return (reader.GetString(reader.GetEventDefinition(handle).Name), null);
    }

    private void Add(MetadataReader reader)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var definition = reader.GetTypeDefinition(handle);
            if ((definition.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem))
                continue;
            var name = FullName(reader, definition);
            if (!Types.TryGetValue(name, out var types))
                Types.Add(name, types = []);
            types.Add(new AssemblyType(reader, handle));
            var space = reader.GetString(definition.Namespace);
            while (space.Length > 0 && Namespaces.Add(space))
                space = space[..Math.Max(0, space.LastIndexOf('.'))];
        }
    }

    private static string? NameOf(MetadataReader reader, EntityHandle handle) => handle.IsNil ? null : handle.Kind switch
    {
        HandleKind.TypeDefinition => FullName(reader, reader.GetTypeDefinition((TypeDefinitionHandle)handle)),
        HandleKind.TypeReference => FullName(reader, reader.GetTypeReference((TypeReferenceHandle)handle)),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(FullTypeNames.Instance, null),
        _ => null,
    };

    private static string FullName(MetadataReader reader, TypeDefinition definition)
    {
        var name = WithoutArity(reader.GetString(definition.Name));
        if (!definition.GetDeclaringType().IsNil)
            return FullName(reader, reader.GetTypeDefinition(definition.GetDeclaringType())) + "." + name;
        return definition.Namespace.IsNil ? name : reader.GetString(definition.Namespace) + "." + name;
    }

    private static string FullName(MetadataReader reader, TypeReference reference)
    {
        var name = WithoutArity(reader.GetString(reference.Name));
        if (reference.ResolutionScope is { IsNil: false, Kind: HandleKind.TypeReference } scope)
            return FullName(reader, reader.GetTypeReference((TypeReferenceHandle)scope)) + "." + name;
        return reference.Namespace.IsNil ? name : reader.GetString(reference.Namespace) + "." + name;
    }

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is var end and >= 0 ? name[..end] : name;

    /// <summary>Types by their simple names.</summary>
    private class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public static TypeNames Instance { get; } = new();

        public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[]";

        public string GetByReferenceType(string elementType) => elementType;

        public string GetFunctionPointerType(MethodSignature<string> signature) => "";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType == "Nullable" ? typeArguments[0] : genericType;

        public string GetGenericMethodParameter(object? genericContext, int index) => "*";

        public string GetGenericTypeParameter(object? genericContext, int index) => "*";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType;

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public virtual string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            WithoutArity(reader.GetString(reader.GetTypeDefinition(handle).Name));

        public virtual string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            WithoutArity(reader.GetString(reader.GetTypeReference(handle).Name));

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }

    /// <summary>Types by their full names.</summary>
    private sealed class FullTypeNames : TypeNames
    {
        public static new FullTypeNames Instance { get; } = new();

        public override string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => FullName(reader, reader.GetTypeDefinition(handle));

        public override string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => FullName(reader, reader.GetTypeReference(handle));
    }
}
