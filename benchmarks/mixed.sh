#!/usr/bin/env bash
# Measures beacons at a steady pace while a dashboard is loaded every second: benchmarks/mixed.sh [--PerSecond=1000] [--seconds=300] [--engines=DuckDb]
set -euo pipefail
cd "$(dirname "$0")/.." && exec dotnet run --configuration Release --project benchmarks/Beacons -- mixed --engines=DuckDb --seconds=300 "$@"
