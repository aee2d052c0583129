namespace BlazorTracking.Features.Sites.Sharing;

/// <summary>A page that may stand in a frame of another page, where its address asks for that.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmbeddableAttribute : Attribute;
