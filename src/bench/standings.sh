#!/usr/bin/env bash
# How long it takes to work out how it stands with 30 children (clocks, next visit, being seen alone) from
# the encrypted file of the demonstration's worker, nothing kept from before; RUNS times after a warm-up,
# and once more with everything kept. Minimum, median, maximum in ms, of wall and of processor time.
# usage: src/bench/standings.sh [RUNS]     21 unless told; build first: installer/alongside --version
set -euo pipefail
runs=${1:-21}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
. installer/lib/machine.sh
find_jdk || no_jdk
folder=$(mktemp -d)
umask 077
service=
trap '[ -z "$service" ] || kill "$service"; rm -rf "$folder"' EXIT
tool() { "$JAVA_HOME/bin/java" @installer/jvm/tool.options -jar target/alongside.jar "$@"; }
said() { grep -o "\"$1\" *: *\"[^\"]*\"" | sed 's/.*"\(.*\)"/\1/'; }
"$JAVA_HOME/bin/java" @installer/jvm/central.options -jar target/alongside.jar central \
    --home "$folder/central" --port 0 --demo --json \
    > "$folder/ready" 2> /dev/null &
service=$!
until [ -s "$folder/ready" ]; do kill -0 "$service" && sleep 0.1; done
worker=$(tool admin allocations --home "$folder/central" --json | tr '{' '\n' | grep '"role":"worker"' | said worker | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
echo 'copper kettle meadow ladder' > "$folder/passphrase"
tool admin enrol-code --user "$worker" --home "$folder/central" --json | said code > "$folder/code"
tool enrol --home "$folder/laptop" --service "$(said url < "$folder/ready")" --ca "$folder/central/ca.pem" \
    --user "$worker" --code-file "$folder/code" --passphrase-file "$folder/passphrase" > /dev/null
"$JAVA_HOME/bin/java" @installer/jvm/client.options -cp target/alongside.jar src/bench/Standings30.java \
    "$folder/laptop" "$folder/passphrase" "$runs"
