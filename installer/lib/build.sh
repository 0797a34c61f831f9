# shellcheck shell=bash
# Running Maven, with $maven and JAVA_HOME set by machine.sh. Sourced, never run.

# Maven 3.8 and its libraries draw warnings from a JDK 25 that say nothing about this project.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"

# The stamp of the last build says when it began: whatever was touched later is not in it.
stamp=$project/target/alongside.stamp

# The programs are built of what lies here now.
is_built() {
    [ -f "$stamp" ] && [ -f "$project/target/alongside.jar" ] && [ -d "$project/target/lib" ] \
        && [ -z "$(find "$project/pom.xml" "$project/src/main" "$project/src/build" -newer "$stamp" -print -quit)" ]
}

# build_quietly: packages the program if need be. Nothing of it goes to standard output, which
# belongs to the program's answer. Two at once: the second waits and finds the work done.
build_quietly() {
    if is_built; then return 0; fi
    mkdir -p "$project/target"
    (
        if command -v flock >/dev/null; then flock 9; fi
        if is_built; then exit 0; fi
        began=$(mktemp "$project/target/began.XXXXXX")
        if ! (cd "$project" && "$maven" -B -q -Dstyle.color=never -Dmaven.test.skip=true package) </dev/null >&2; then
            rm -f "$began"
            exit 4
        fi
        mv "$began" "$stamp"
    ) 9>"$project/target/alongside.lock"
}

# verify ARGS...: the whole suite, its words on standard output, its exit code kept.
verify() {
    if [ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ] && ! unshare -U true 2>/dev/null; then
        verify_as_user "$@"
        return
    fi
    local code=0
    mkdir -p "$project/target"
    began=$(mktemp "$project/target/began.XXXXXX")
    (cd "$project" && "$maven" -B verify "$@") </dev/null || code=$?
    if [ $code = 0 ]; then mv "$began" "$stamp"; else rm -f "$began"; fi
    return $code
}

# PostgreSQL refuses to run as root, and its test library's way round that (a user namespace) is
# forbidden here. So the suite runs as a user made for it, on a copy.
verify_as_user() {
    local user=alongside-build home code=0
    say "Root may not make user namespaces here, which the PostgreSQL of the tests needs: Maven runs as the user $user, on a copy."
    if ! id "$user" >/dev/null 2>&1; then
        useradd --system --create-home --home-dir "/var/lib/$user" --shell /usr/sbin/nologin "$user"
    fi
    home=$(getent passwd "$user" | cut -d: -f6)
    local name
    name=$(basename "$project")
    mkdir -p "$home/$name" "$home/.m2"
    (cd "$project" && tar --exclude=./target/.. -cf - .) | (cd "$home/$name" && tar -xf -)
    # The way to the registries and what was fetched before.
    if [ -d "${HOME:-/root}/.m2" ]; then cp -a --update "${HOME:-/root}/.m2/." "$home/.m2/"; fi
    if ! setpriv --reuid="$user" --regid="$user" --init-groups test -x "$JAVA_HOME/bin/javac"; then
        say "That user cannot read $JAVA_HOME: copying it."
        rm -rf "$home/jdk"
        cp -aL "$JAVA_HOME" "$home/jdk"
        JAVA_HOME=$home/jdk PATH=$home/jdk/bin:$PATH
    fi
    chown -R "$user:" "$home"
    (cd "$home/$name" && setpriv --reuid="$user" --regid="$user" --init-groups \
        env HOME="$home" USER="$user" LOGNAME="$user" JAVA_HOME="$JAVA_HOME" "$maven" -B verify "$@") </dev/null || code=$?
    rm -rf "$project/target"
    if [ -d "$home/$name/target" ]; then cp -a --no-preserve=ownership "$home/$name/target" "$project/target"; fi
    rm -rf "${home:?}/$name" "$home/.m2/settings.xml" "$home/.m2/settings-security.xml"
    return $code
}
