# shellcheck shell=bash
# What the scripts beside this folder share: find what a machine has, install what it lacks.
# Sourced, never run. Needs only bash, coreutils and, to install anything, apt.
#
# After it: $project is the project's folder, LC_ALL is a UTF-8 locale (without one, Java cannot
# name a file with an é in it), and these functions:
#   set_up TEST|RUN   installs and finds what that needs; exports JAVA_HOME; leaves with 2 if it cannot
#   find_jdk          exports JAVA_HOME and PATH of a JDK 25 that is already here, or fails
#   find_maven        sets $maven, or fails

export LC_ALL=C.UTF-8

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
jdk_release=25
jdk_package=openjdk-$jdk_release-jdk-headless

say() { printf '%s\n' "$*" >&2; }

# die WORDS...: a machine that cannot be used is bad use, exit code 2 (command line, "Exit codes").
die() {
    printf '%s\n' "$@" >&2
    exit 2
}

# A person sits there and may be asked.
can_ask() { [ "${CI:-}" != true ] && [ -t 0 ] && [ -t 2 ]; }

# ------------------------------------------------------------------------------------ what is here

# is_jdk DIR: it holds a JDK of the wanted release that starts on this machine.
is_jdk() {
    local version
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    if [ -r "$1/release" ]; then
        grep -q "^JAVA_VERSION=\"$jdk_release[.\"+-]" "$1/release" || return 1
    fi
    version=$("$1/bin/javac" -version 2>/dev/null) || return 1
    case $version in
        "javac $jdk_release" | "javac $jdk_release".* | "javac $jdk_release"-*) return 0 ;;
        *) return 1 ;;
    esac
}

# The folders in which JDKs usually lie, one a line, in the order they are tried.
jdk_places() {
    local on_path
    if [ -n "${JAVA_HOME:-}" ]; then printf '%s\n' "$JAVA_HOME"; fi
    if on_path=$(command -v java); then
        on_path=$(readlink -f "$on_path")
        printf '%s\n' "${on_path%/bin/java}"
    fi
    local place
    for place in /usr/lib/jvm/* /opt/* "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* "$(beside_folder)/jdk"; do
        if [ -d "$place/bin" ]; then printf '%s\n' "$place"; fi
    done
}

find_jdk() {
    local place
    while IFS= read -r place; do
        if is_jdk "$place"; then
            # Also on PATH: programs that the build starts by name must be this JDK's.
            export JAVA_HOME=$place PATH=$place/bin:$PATH
            return 0
        fi
    done < <(jdk_places)
    return 1
}

# What jdk_places found instead, for the message when nothing fits.
jdks_found() {
    local place version
    if [ -z "$(jdk_places)" ]; then echo '  nothing'; fi
    while IFS= read -r place; do
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$place/release" 2>/dev/null || true)
        printf '  %s (%s)\n' "$place" "${version:-release not said}"
    done < <(jdk_places | sort -u)
}

find_maven() {
    local place
    for place in "$(command -v mvn || true)" "${MAVEN_HOME:-/nowhere}/bin/mvn" /opt/*maven*/bin/mvn \
        "${HOME:-/root}/.sdkman/candidates/maven/current/bin/mvn"; do
        if [ -n "$place" ] && [ -x "$place" ]; then
            maven=$place
            return 0
        fi
    done
    return 1
}

# has_library NAME...: the loader knows all of them.
has_library() {
    local known name
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null || true)
    for name in "$@"; do
        case $known in *"$name "*) ;; *) return 1 ;; esac
    done
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# ------------------------------------------------------------------------------------ what is missing

# as_root COMMAND...: by itself, or through sudo, which asks for a password only where somebody can type it.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif can_ask; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

may_be_root() { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; }

# apt COMMAND...: quiet and without questions; what it said is shown when it fails.
apt() {
    local log code=0
    log=$(mktemp)
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -qq -y \
        -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@" >"$log" 2>&1 </dev/null || code=$?
    if [ $code != 0 ]; then tail -n 15 "$log" >&2; fi
    rm -f "$log"
    return $code
}

# The command a person can give instead, when this script may not.
by_hand() { say "By hand, by somebody who may: apt-get update && apt-get install --no-install-recommends $*"; }

apt_offers() {
    local answer
    answer=$(apt-cache policy "$1" 2>/dev/null || true)
    [[ $answer =~ Candidate:\ [^\(] ]]
}

is_debian_12() { (. /etc/os-release && [ "$ID" = debian ] && [ "$VERSION_CODENAME" = bookworm ]) 2>/dev/null; }

# set_up test|run: everything the build and the program need.
set_up() {
    local -a packages=()
    local jdk=here
    if ! find_maven; then packages+=(maven); fi
    # Text in windows, and so in every test that draws one; fonts and freetype follow from it.
    if [ "$(uname)" = Linux ] && ! has_library libpangoft2-1.0.so.0; then packages+=(libpangoft2-1.0-0); fi
    if [ "$1" = run ] && [ "$(uname)" = Linux ] && has_display \
        && ! has_library libgtk-3.so.0 libXtst.so.6 libGL.so.1 libXxf86vm.so.1; then
        packages+=(libgtk-3-0 libxtst6 libgl1 libxxf86vm1)
    fi
    if ! find_jdk; then jdk=missing; fi
    if [ ${#packages[@]} = 0 ] && [ $jdk = here ]; then return 0; fi

    if ! command -v apt-get >/dev/null; then
        no_apt $jdk "${packages[@]}"
    fi
    if ! may_be_root && [ ${#packages[@]} -gt 0 ]; then
        if [ $jdk = missing ]; then packages+=("$jdk_package"); fi
        say "Missing on this machine: ${packages[*]}. Installing them needs root, and there is no sudo."
        by_hand "${packages[@]}"
        exit 2
    fi
    if may_be_root; then
        say "Reading the package lists (apt-get update)."
        apt update || die "The package lists could not be read; apt's own words stand above." \
            "Check the network and, when not root, that sudo works (without a terminal it must not ask)."
    fi
    if [ $jdk = missing ]; then
        if apt_offers "$jdk_package"; then
            packages+=("$jdk_package")
        elif is_debian_12; then
            jdk=beside
            if ! command -v patchelf >/dev/null; then packages+=(patchelf); fi
        else
            no_jdk
        fi
    fi
    if [ ${#packages[@]} -gt 0 ]; then install_packages "${packages[@]}"; fi
    if [ $jdk = beside ]; then lay_jdk_beside; fi
    find_maven || die "Maven was installed, and yet mvn is not on PATH ($PATH)."
    find_jdk || no_jdk
}

install_packages() {
    say "Installing with apt: $*"
    if can_ask; then
        local answer
        printf 'Go on? [Y/n] ' >&2
        read -r answer
        case $answer in [nN]*) die "Nothing was installed." ;; esac
    fi
    if ! apt install --no-install-recommends "$@"; then
        by_hand "$@"
        exit 2
    fi
}

no_apt() {
    local jdk=$1
    shift
    say "This machine has no apt, so nothing was installed. Missing:"
    if [ "$jdk" = missing ]; then say "  a JDK $jdk_release (for example Temurin $jdk_release); with JAVA_HOME pointing at it"; fi
    local package
    for package in "$@"; do say "  what Debian calls $package"; done
    exit 2
}

no_jdk() {
    say "No JDK $jdk_release was found. Looked at JAVA_HOME, java on PATH, /usr/lib/jvm, /opt, ~/.sdkman/candidates/java, ~/.jdks"
    say "and in apt ($jdk_package). Found instead:"
    jdks_found >&2
    die "Install a JDK $jdk_release, for example Temurin, then try again, or: JAVA_HOME=/where/it/is $0"
}

# ------------------------------------------------------------------------------------ Debian 12

# Debian 12 has no JDK 25. Debian 13's runs there on Debian 13's own C library, laid beside the
# system's: nothing of the system is replaced, and apt checks the signatures.
beside_folder() {
    if [ "$(id -u)" = 0 ]; then
        echo /opt/alongside-jdk-$jdk_release
    else
        echo "${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/alongside-jdk-$jdk_release"
    fi
}

lay_jdk_beside() {
    local folder new
    folder=$(beside_folder)
    say "Laying Debian 13's JDK $jdk_release beside the system, in $folder (about 150 MB to fetch)."
    mkdir -p "$(dirname "$folder")"
    new=$(mktemp -d "$folder.XXXXXX")
    if ! fetch_newer_debian "$new" >"$new/log" 2>&1 || ! join_newer_debian "$new" "$folder" >>"$new/log" 2>&1; then
        tail -n 15 "$new/log" >&2
        rm -rf "$new"
        no_jdk
    fi
    chmod 755 "$new"
    rm -rf "$folder"
    mv "$new" "$folder"
}

# fetch_newer_debian DIR: Debian 13's packages, unpacked in DIR/root, by an apt with folders of its own.
fetch_newer_debian() (
    set -e
    cd "$1"
    mkdir -p parts lists/partial cache/archives/partial debs root
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        # Only Debian's own: others have no "main" for this release's name.
        [ -f "$file" ] && grep -qw bookworm "$file" && grep -qw main "$file" || continue
        sed 's/\bbookworm\b/trixie/g' "$file" >"parts/$(basename "$file")"
        chmod 644 "parts/$(basename "$file")"
    done
    local -a own=(-o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$PWD/parts" -o "Dir::State::lists=$PWD/lists"
        -o "Dir::Cache=$PWD/cache" -o APT::Sandbox::User= -o Acquire::Retries=3)
    apt-get "${own[@]}" update
    cd debs
    apt-get "${own[@]}" download openjdk-25-jre-headless openjdk-25-jdk-headless libc6 libgcc-s1 libstdc++6 zlib1g
    local package
    for package in *.deb; do dpkg-deb -x "$package" ../root; done
    cd ..
    rm -rf parts lists cache debs
)

# join_newer_debian NEW FOLDER: makes the JDK in NEW run on the C library in NEW, once NEW is called FOLDER.
join_newer_debian() (
    set -e
    local new=$1 folder=$2 jdk library loader link program
    jdk=$(basename "$new"/root/usr/lib/jvm/java-25-openjdk-*)
    library=$(basename "$new"/root/usr/lib/*-linux-gnu)
    ln -s "root/usr/lib/jvm/$jdk" "$new/jdk"
    find "$new/root/usr/lib/jvm/$jdk" -type l | while IFS= read -r link; do
        case $(readlink "$link") in
            /etc/java-25-openjdk*) ln -sfn "$folder/root$(readlink "$link")" "$link" ;;
        esac
    done
    for program in "$new/root/usr/lib/jvm/$jdk"/bin/* "$new/root/usr/lib/jvm/$jdk/lib/jspawnhelper"; do
        if [ -L "$program" ] || ! loader=$(patchelf --print-interpreter "$program" 2>/dev/null); then continue; fi
        patchelf --set-interpreter "$folder/root/usr/lib/$library/$(basename "$loader")" --force-rpath \
            --set-rpath "$folder/root/usr/lib/$library:$folder/root/usr/lib/jvm/$jdk/lib:$folder/root/usr/lib/jvm/$jdk/lib/server" \
            "$program"
    done
)
