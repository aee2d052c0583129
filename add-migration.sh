#!/usr/bin/env bash
# Adds a migration to every provider: ./add-migration.sh NameOfTheChange
set -euo pipefail
cd "$(dirname "$0")"
name=${1:?usage: ./add-migration.sh NameOfTheChange}
dotnet tool restore
dotnet build BlazorTracking.App --nologo --verbosity quiet
for provider in Sqlite SqlServer; do
  Database__Provider=$provider \
  ConnectionStrings__Tracking=$([ "$provider" = Sqlite ] && echo "Data Source=unused.db" || echo "Server=unused") \
    dotnet ef migrations add "$name" --no-build --project BlazorTracking.App \
    --context "${provider}TrackingDbContext" --output-dir "Data/$provider/Migrations"
done
