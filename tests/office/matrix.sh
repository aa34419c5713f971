#!/usr/bin/env bash
# Runs the office tests with the same package on three LibreOffice versions and prints a table: this machine's, Debian
# 13's and Debian testing's. The last two live in roots under build/roots, kept from run to run. Needs root; `./dev matrix` calls it.
#
#     KAKEHASHI_DATA=… tests/office/matrix.sh
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
readonly project=$PWD
readonly data=${KAKEHASHI_DATA:-$project/../shared/data}
readonly suites=(trixie testing)
readonly root_packages=(libreoffice-calc libreoffice-l10n-ja python3-uno fonts-noto-cjk fonts-liberation poppler-utils
    postgresql libreoffice-base libreoffice-sdbc-postgresql
    libreoffice-gtk3 xvfb openbox xdotool dbus-daemon at-spi2-core python3-gi)
readonly reports=$project/build/matrix

main() {
    mkdir -p build/logs build/roots "$reports"
    rm -f "$reports"/*.tsv "$reports"/*.version
    local suite
    for suite in "${suites[@]}"; do
        make_root "$suite"
    done
    run_here
    for suite in "${suites[@]}"; do
        run_in_root "$suite"
    done
    print_table
}

# --- roots

make_root() { # suite
    local root=build/roots/$1 part=build/roots/$1.part log=build/logs/root-$1.log
    if [[ "$(cat "$root/packages" 2>/dev/null)" == "${root_packages[*]}" ]]; then return; fi
    rm -rf --one-file-system "$root" # it was made for other tests
    printf '  Making the %s root …' "$1"
    local started=$SECONDS
    rm -rf --one-file-system "$part"
    if ! fill_root "$1" "$part" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        printf 'The root could not be made; the whole output is in %s.\n' "$log" >&2
        exit 1
    fi
    printf '%s\n' "${root_packages[*]}" >"$part/packages"
    mv "$part" "$root"
    printf ' %d s\n' $((SECONDS - started))
}

fill_root() { # suite, directory
    local mirror proxy=''
    mirror=$(debian_mirror)
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    [[ -z $proxy ]] || export http_proxy=$proxy https_proxy=$proxy
    debootstrap --variant=minbase --include=ca-certificates "$1" "$2" "$mirror" || return
    # What lets apt reach the mirror from here lets it do so in there.
    apt-config dump | grep -E '^Acquire::(http|https|Check)' >"$2/etc/apt/apt.conf.d/90host" || true
    cp -L /etc/resolv.conf "$2/etc/resolv.conf" || return
    printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d" # starts no services
    chmod +x "$2/usr/sbin/policy-rc.d"
    in_root "$2" 'export DEBIAN_FRONTEND=noninteractive
        apt-get -qy update && apt-get -qy --no-install-recommends install "$@" && apt-get clean' "${root_packages[@]}"
}

# The mirror this machine's own apt uses for its Debian.
debian_mirror() {
    local listed
    listed=$(indexed_mirror)
    if [[ -z $listed ]]; then
        apt-get -qy update >/dev/null
        listed=$(indexed_mirror)
    fi
    [[ -n $listed ]] || return 1
    printf '%s\n' "$listed"
}

indexed_mirror() {
    # shellcheck disable=SC2016  # apt-get fills these in
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' |
        sed -n 's/^Debian|Debian|//p' | sed -n 1p
}

# in_root ROOT SCRIPT ARGUMENTS...: in a mount and process namespace of its own, so that no mount and no process is left.
in_root() {
    # shellcheck disable=SC2016  # expanded by the inner shell
    unshare --mount --pid --fork --kill-child --propagation private bash -euc '
        root=$1 script=$2 project=$3 data=$4 reports=$5
        shift 5
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
        mkdir -p "$root"/kakehashi/{project,reports} "$root/kakehashi/data"
        mount --bind "$project" "$root/kakehashi/project"
        mount -o remount,bind,ro "$root/kakehashi/project"
        mount --bind "$reports" "$root/kakehashi/reports"
        if [ -d "$data" ]; then
            mount --bind "$data" "$root/kakehashi/data"
            mount -o remount,bind,ro "$root/kakehashi/data"
        fi
        exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root TMPDIR=/tmp \
            chroot "$root" sh -euc "$script" sh "$@"' bash "$1" "$2" "$project" "$data" "$reports" "${@:3}"
}

# --- tests

run_here() {
    printf '  Testing on this machine …\n'
    soffice --version 2>/dev/null >"$reports/1-here.version" || true
    KAKEHASHI_DATA=$data /usr/bin/python3 -B tests/office/run.py --jobs 2 --report "$reports/1-here.tsv" \
        >build/logs/matrix-here.log 2>&1 </dev/null || show_failures here
}

run_in_root() { # suite
    printf '  Testing on %s …\n' "$1"
    # shellcheck disable=SC2016  # expanded in the root
    in_root "build/roots/$1" 'soffice --version >"/kakehashi/reports/$1.version" 2>/dev/null || true
        cd /kakehashi/project
        export KAKEHASHI_DATA=/kakehashi/data
        exec /usr/bin/python3 -B tests/office/run.py --jobs 2 --report "/kakehashi/reports/$1.tsv"' "2-$1" \
        >"build/logs/matrix-$1.log" 2>&1 </dev/null || show_failures "$1"
}

show_failures() { # log name; the table tells the rest
    grep -E '^(failed|FAIL:|ERROR:|[A-Za-z]*Error)' "build/logs/matrix-$1.log" | head -n 20 || tail -n 20 "build/logs/matrix-$1.log"
}

print_table() {
    local version=' ' outcome=passed report
    printf '\n%-28s%-26s%-9s%s\n' LibreOffice 'test file' outcome figures
    for report in "$reports"/{1-here,2-trixie,2-testing}; do
        version=$(cut -d' ' -f1,2 "$report.version")
        if [[ ! -s $report.tsv ]]; then
            printf '%-28s%s\n' "$version" 'no result'
            outcome=failed
            continue
        fi
        awk -F '\t' -v version="$version" '{ printf "%-28s%-26s%-9s%s\n", version, $1, $2, $3 }' "$report.tsv"
        if grep -q "$(printf '\tfailed\t')" "$report.tsv"; then outcome=failed; fi
    done
    if [[ $outcome == failed ]]; then
        printf '\nNot all office tests passed; their output is in build/logs/matrix-*.log.\n'
        return 1
    fi
    printf '\nThe office tests passed on all three; their output is in build/logs/matrix-*.log.\n'
}

main "$@"
