#!/usr/bin/env bash
# Time from starting the program to its first window drawn (sign in, on a laptop that was set up), over
# RUNS starts of the real client on JavaFX's screen-less platform, and the memory it holds then. Prints each,
# then minimum, median, maximum of the time.
# usage: src/bench/first-window.sh HOME [RUNS]     HOME: a laptop's folder, RUNS: 7 unless told
# Build first: installer/alongside --version
set -euo pipefail
home=${1:?the folder of a laptop that was set up}
runs=${2:-7}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
. installer/lib/machine.sh
find_jdk || no_jdk
times=()
for ((run = 1; run <= runs; run++)); do
    begun=$(date +%s%3N)
    exec {said}< <(exec "$JAVA_HOME/bin/java" @installer/jvm/client.options -Dglass.platform=Headless -Dprism.order=sw \
        -Dlogback.configurationFile=src/bench/first-window.xml -jar target/alongside.jar client --home "$home" 2>&1)
    client=$!
    while IFS= read -r -u "$said" line; do
        [ "$line" = 'first window drawn' ] && break
    done
    took=$(($(date +%s%3N) - begun))
    [ "${line:-}" = 'first window drawn' ] || { echo "the client ended without a window: $line" >&2; exit 1; }
    held=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$client/status")
    kill "$client" && wait "$client" 2>/dev/null || true
    exec {said}<&-
    echo "start $run: $took ms, $held MiB held"
    times+=("$took")
done
mapfile -t sorted < <(printf '%s\n' "${times[@]}" | sort -n)
echo "minimum ${sorted[0]} ms, median ${sorted[$((runs / 2))]} ms, maximum ${sorted[$((runs - 1))]} ms"
