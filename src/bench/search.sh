#!/bin/sh
# How long a search takes beside 10,000 notes (or as many as the first argument says), on an encrypted laptop.
# Needs the compiled tests (mvn test-compile) and the libraries in target/lib
# (mvn dependency:copy-dependencies -DoutputDirectory=target/lib).
set -eu
cd "$(dirname "$0")/../.."
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx768m --enable-native-access=ALL-UNNAMED \
  -cp "target/test-classes:target/classes:target/lib/*" org.alongside.caseload.SearchBench "$@"
