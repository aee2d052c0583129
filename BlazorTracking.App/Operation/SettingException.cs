namespace BlazorTracking.Operation;

/// <summary>A setting with which the program cannot run. The message is a whole sentence that names the setting; it is shown to the operator as it is.</summary>
public sealed class SettingException(string sentence, Exception? inner = null) : Exception(sentence, inner);
