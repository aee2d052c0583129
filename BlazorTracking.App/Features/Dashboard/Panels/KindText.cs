using BlazorTracking.Features.Visitors;

namespace BlazorTracking.Features.Dashboard.Panels;

/// <summary>What people call the kinds that visits are sorted into. They are stored, and stand in URLs and files, in English.</summary>
public static class KindText
{
    public static IReadOnlyList<string> Channels { get; } =
    [
        Channel.Direct, Channel.OrganicSearch, Channel.PaidSearch, Channel.OrganicSocial, Channel.PaidSocial, Channel.OrganicVideo,
        Channel.PaidVideo, Channel.OrganicShopping, Channel.PaidShopping, Channel.PaidOther, Channel.Display, Channel.Email,
        Channel.Affiliates, Channel.AiAssistants, Channel.Audio, Channel.Sms, Channel.Push, Channel.Referral,
        Channel.Campaign,
    ];

    public static IReadOnlyList<string> Devices { get; } = [DeviceClass.Desktop, DeviceClass.Mobile, DeviceClass.Tablet, DeviceClass.Tv, DeviceClass.Console, DeviceClass.Wearable];

    public static IReadOnlyList<string> Screens { get; } = [ScreenClass.Mobile, ScreenClass.Tablet, ScreenClass.Laptop, ScreenClass.Desktop];

    public static string OfChannel(string channel) => channel switch
    {
        Channel.Direct => DashboardText.ChannelDirect,
        Channel.OrganicSearch => DashboardText.ChannelOrganicSearch,
        Channel.PaidSearch => DashboardText.ChannelPaidSearch,
        Channel.OrganicSocial => DashboardText.ChannelOrganicSocial,
        Channel.PaidSocial => DashboardText.ChannelPaidSocial,
        Channel.OrganicVideo => DashboardText.ChannelOrganicVideo,
        Channel.PaidVideo => DashboardText.ChannelPaidVideo,
        Channel.OrganicShopping => DashboardText.ChannelOrganicShopping,
        Channel.PaidShopping => DashboardText.ChannelPaidShopping,
        Channel.PaidOther => DashboardText.ChannelPaidOther,
        Channel.Display => DashboardText.ChannelDisplay,
        Channel.Email => DashboardText.ChannelEmail,
        Channel.Affiliates => DashboardText.ChannelAffiliates,
        Channel.AiAssistants => DashboardText.ChannelAiAssistants,
        Channel.Audio => DashboardText.ChannelAudio,
        Channel.Sms => DashboardText.ChannelSms,
        Channel.Push => DashboardText.ChannelPush,
        Channel.Referral => DashboardText.ChannelReferral,
        Channel.Campaign => DashboardText.ChannelCampaign,
        _ => channel,
    };

    public static string OfDevice(string device) => device switch
    {
        DeviceClass.Desktop => DashboardText.DeviceDesktop,
        DeviceClass.Mobile => DashboardText.DeviceMobile,
        DeviceClass.Tablet => DashboardText.DeviceTablet,
        DeviceClass.Tv => DashboardText.DeviceTv,
        DeviceClass.Console => DashboardText.DeviceConsole,
        DeviceClass.Wearable => DashboardText.DeviceWearable,
        _ => device,
    };

    public static string OfScreen(string screen) => screen switch
    {
        ScreenClass.Mobile => DashboardText.ScreenMobile,
        ScreenClass.Tablet => DashboardText.ScreenTablet,
        ScreenClass.Laptop => DashboardText.ScreenLaptop,
        ScreenClass.Desktop => DashboardText.ScreenDesktop,
        _ => screen,
    };
}
