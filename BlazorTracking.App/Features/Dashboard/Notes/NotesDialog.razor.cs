using BlazorTracking.Features.Annotations;
using Microsoft.AspNetCore.Components;

namespace BlazorTracking.Features.Dashboard.Notes;

/// <summary>The notes on the days that are shown: adds, changes and deletes them.</summary>
public sealed partial class NotesDialog
{
    private AnnotationDraft _draft = new();
    private IReadOnlyList<Annotation>? _notes;
    private int? _edited;
    private bool _isSubmitted;
    private string? _problem;

    [Inject]
    public required AnnotationBook Book { get; init; }

    [Parameter, EditorRequired]
    public int SiteId { get; set; }

    /// <summary>The days that are shown.</summary>
    [Parameter, EditorRequired]
    public DateOnly First { get; set; }

    /// <inheritdoc cref="First"/>
    [Parameter, EditorRequired]
    public DateOnly Last { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Reset();
        await ReadAsync();
    }

    private async Task ReadAsync() => _notes = await Book.ListAsync(SiteId, First, Last);

    private void Edit(Annotation note) =>
        (_edited, _draft, _isSubmitted) = (note.Id, new AnnotationDraft { Date = note.Date, Text = note.Text }, false);

    private void Reset() => (_edited, _draft, _isSubmitted) = (null, new AnnotationDraft { Date = Last }, false);

    private async Task SaveAsync()
    {
        (_isSubmitted, _problem) = (true, null);
        if (_draft.Error is not null)
        {
            return;
        }

        var isDone = _edited is { } id ? await Book.ChangeAsync(SiteId, id, _draft) : await Book.AddAsync(SiteId, _draft);
        await ReadAsync();
        if (isDone)
        {
            Reset();
        }
        else
        {
            _problem = _edited is null ? DashboardText.NotesLimit.For(Annotation.MostOfASite) : DashboardText.NoteGone;
        }
    }

    private async Task DeleteAsync(Annotation note)
    {
        await Book.DeleteAsync(SiteId, note.Id);
        Reset();
        await ReadAsync();
    }
}
