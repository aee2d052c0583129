FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish BlazorTracking.App --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The image's own user without rights; what the program writes is in the volume alone.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
# The base image listens on port 8080 (ASPNETCORE_HTTP_PORTS).
ENV Data__Directory=/data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["dotnet", "BlazorTracking.App.dll"]
