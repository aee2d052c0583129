#!/usr/bin/env bash
# Measures the beacon and the way from its answer to open dashboards: benchmarks/beacons.sh [--rounds=3] [--seconds=10] [--dashboards=20] [--engines=DuckDb,Database] [--against=CHECKOUT]
set -euo pipefail
cd "$(dirname "$0")/.." && exec dotnet run --configuration Release --project benchmarks/Beacons -- "$@"
