using Microsoft.AspNetCore.Identity.UI.Services;
using Microsoft.Extensions.Options;

namespace BlazorTracking.Features.Mail;

/// <summary>Sends mails by the configured SMTP server. Without one nothing is sent, and the pages say so.</summary>
public static class MailFeature
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrEmpty(builder.Configuration[$"{MailOptions.Section}:{nameof(MailOptions.Host)}"]))
        {
            services.AddTransient<IEmailSender, UnsentMail>();
            return;
        }

        services.AddSingleton<SmtpServer>();
        services.AddSingleton<OutgoingMail>();
        services.AddSingleton<IEmailSender>(provider => provider.GetRequiredService<OutgoingMail>());
        services.AddHostedService(provider => provider.GetRequiredService<OutgoingMail>());
    }
}
