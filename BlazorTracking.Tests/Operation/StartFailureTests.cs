using System.ComponentModel.DataAnnotations;
using BlazorTracking.Operation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Tests.Operation;

public sealed class StartFailureTests
{
    [Fact]
    public void A_value_that_is_not_in_its_enumeration_is_answered_with_those_that_are() =>
        Assert.Equal("Sample:Colour must be Red or Green, not “Blue”.", Explain("Sample:Colour", "Blue"));

    [Fact]
    public void A_text_in_place_of_a_number_is_said_to_be_one() =>
        Assert.Equal("Sample:Count must be a number, not “many”.", Explain("Sample:Count", "many"));

    [Fact]
    public void A_text_in_place_of_a_switch_is_said_to_be_one() =>
        Assert.Equal("Sample:Enabled must be true or false, not “perhaps”.", Explain("Sample:Enabled", "perhaps"));

    [Fact]
    public void A_message_that_names_its_setting_is_shown_as_it_is() =>
        Assert.Equal("Sample:Count must be between 1 and 9.", Explain("Sample:Count", "10"));

    [Fact]
    public void A_message_that_does_not_name_its_setting_gets_the_name_in_front() =>
        Assert.StartsWith("Sample:Name: ", Explain("Sample:Name", "far too long a name"), StringComparison.Ordinal);

    [Fact]
    public void Several_wrong_settings_are_said_on_a_line_each()
    {
        var several = new AggregateException(new SettingException("A must be 1."), new SettingException("B must be 2."));

        Assert.Equal($"A must be 1.{Environment.NewLine}B must be 2.", StartFailure.Explain(several));
    }

    [Fact]
    public void A_failure_of_the_program_itself_is_not_explained_away() =>
        Assert.Null(StartFailure.Explain(new InvalidOperationException("Sequence contains no elements")));

    private static string? Explain(string setting, string value)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build())
            .AddOptions<SampleOptions>().BindConfiguration(SampleOptions.Section).ValidateDataAnnotations().Services
            .BuildServiceProvider();
        return StartFailure.Explain(Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IOptions<SampleOptions>>().Value));
    }

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed class SampleOptions
    {
        public const string Section = "Sample";

        public Colour Colour { get; init; }

        [Range(1, 9, ErrorMessage = "Sample:Count must be between 1 and 9.")]
        public int Count { get; init; } = 1;

        public bool Enabled { get; init; }

        [MaxLength(3)]
        public string Name { get; init; } = "";
    }
}
