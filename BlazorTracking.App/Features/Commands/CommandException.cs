namespace BlazorTracking.Features.Commands;

/// <summary>Why a command cannot do what it was asked to: a whole sentence, shown as it is.</summary>
public sealed class CommandException(string sentence, Exception? inner = null) : Exception(sentence, inner);
