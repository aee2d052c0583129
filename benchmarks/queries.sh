#!/usr/bin/env bash
# Measures what opening a dashboard takes beside SQL written by hand: benchmarks/queries.sh [--visits=1000000] [--engines=DuckDb,Database] [--ranges=today,7d,30d,90d] [--rounds=5] [--folder=…]
set -euo pipefail
cd "$(dirname "$0")/.." && exec dotnet run --configuration Release --project benchmarks/Queries -- "$@"
