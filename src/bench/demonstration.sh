#!/usr/bin/env bash
# What a newcomer waits for, on the real programs over HTTPS on loopback: a laptop set up with its first
# caseload, a sync with nothing new, the first window. Each RUNS times; minimum, median, maximum in ms.
# usage: src/bench/demonstration.sh [RUNS]     7 unless told; build first: installer/alongside --version
set -euo pipefail
runs=${1:-7}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
. installer/lib/machine.sh
find_jdk || no_jdk
folder=$(mktemp -d)
umask 077
service=
trap '[ -z "$service" ] || kill "$service"; rm -rf "$folder"' EXIT
tool() { "$JAVA_HOME/bin/java" @installer/jvm/tool.options -jar target/alongside.jar "$@"; }
# The values of a member, one a line.
said() { grep -o "\"$1\" *: *\"[^\"]*\"" | sed 's/.*"\(.*\)"/\1/'; }
told() {
    local name=$1 sorted
    mapfile -t sorted < <(sort -n)
    echo "$name: minimum ${sorted[0]}, median ${sorted[$((${#sorted[@]} / 2))]}, maximum ${sorted[-1]} ms"
}

"$JAVA_HOME/bin/java" @installer/jvm/central.options -jar target/alongside.jar central \
    --home "$folder/central" --port 0 --demo --json \
    > "$folder/ready" 2> /dev/null &
service=$!
until [ -s "$folder/ready" ]; do kill -0 "$service" && sleep 0.1; done
url=$(said url < "$folder/ready")
# Who holds the most children, supervision aside.
worker=$(tool admin allocations --home "$folder/central" --json | tr '{' '\n' | grep '"role":"worker"' | said worker | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
echo 'copper kettle meadow ladder' > "$folder/passphrase"

for ((run = 1; run <= runs; run++)); do
    tool admin enrol-code --user "$worker" --home "$folder/central" --json | said code > "$folder/code"
    begun=$(date +%s%3N)
    tool enrol --home "$folder/laptop$run" --service "$url" --ca "$folder/central/ca.pem" --user "$worker" \
        --code-file "$folder/code" --passphrase-file "$folder/passphrase" > /dev/null
    echo $(($(date +%s%3N) - begun)) >> "$folder/enrol"
    begun=$(date +%s%3N)
    tool sync --home "$folder/laptop$run" --passphrase-file "$folder/passphrase" > /dev/null
    echo $(($(date +%s%3N) - begun)) >> "$folder/sync"
done
told 'set up and first caseload (enrol)' < "$folder/enrol"
told 'a sync with nothing new' < "$folder/sync"
echo 'first window:'
src/bench/first-window.sh "$folder/laptop1" "$runs"
