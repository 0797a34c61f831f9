#!/usr/bin/env bash
# Memory of the window through the whole scripted walk (every screen, two laptops, sync): the most that the
# process ever held (VmHWM), its pictures included. The service of the walk is a process of its own and not counted.
# usage: src/bench/memory.sh     build first: installer/alongside --version
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
. installer/lib/machine.sh
find_jdk || no_jdk
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$JAVA_HOME/bin/java" @installer/jvm/client.options -jar target/alongside.jar tour --out "$folder" > /dev/null 2>&1 &
window=$!
peak=0
while held=$(awk '/^VmHWM/ { print $2 }' "/proc/$window/status" 2> /dev/null) && [ -n "$held" ]; do
    peak=$held
    sleep 0.5
done
wait "$window"
echo "most memory held: $((peak / 1024)) MiB"
