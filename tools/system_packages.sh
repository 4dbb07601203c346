#!/usr/bin/env bash
# Installs the system packages that a task needs: tools/system_packages.sh python|run|test|bundle
# Only where there is apt (Debian, Ubuntu, UOS, Kylin). Without the right to install it prints the line to run, and stops where the task
# cannot be done without.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || exit 0

window=(libgl1 libegl1 libglib2.0-0 libxkbcommon0 libdbus-1-3 libfontconfig1 libatomic1 libcups2)
screen=(libwayland-cursor0 libwayland-egl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0)
office=(libreoffice-calc-nogui libreoffice-writer-nogui) # computes again what the workbooks hold, and reads the documents
printer=(cups cups-client cups-filters ghostscript poppler-utils printer-driver-cups-pdf)

needed=() wanted=() # without the wanted ones some tests are skipped
case ${1:-} in
    python) tools/find_python.sh >/dev/null || needed=(python3-venv) ;;
    run) needed=("${window[@]}") wanted=("${screen[@]}") ;;
    test) needed=("${window[@]}") wanted=("${screen[@]}" xvfb "${printer[@]}" "${office[@]}") ;;
    bundle)
        needed=("${window[@]}" binutils) wanted=("${screen[@]}")
        # Debian keeps Python's shared library, which goes into the bundle, in a package of its own.
        python=.venv/bin/python
        [ -x $python ] && [ "$($python -c 'import sys; print(sys.base_prefix)')" = /usr ] &&
            needed+=("$($python -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')")
        ;;
    *) echo "usage: $0 python|run|test|bundle" >&2; exit 2 ;;
esac

missing_of() { # the packages that are not installed; newer releases call some of them …t64
    local package
    for package in "$@"; do
        # dpkg-query fails where one of the two names is unknown, which one of them always is
        [[ $(dpkg-query --show --showformat '${Status}\n' "$package" "${package}t64" 2>/dev/null || true) == *"install ok installed"* ]] ||
            echo "$package"
    done
}
mapfile -t needed < <(missing_of "${needed[@]}")
mapfile -t missing < <(printf '%s\n' "${needed[@]}"; missing_of "${wanted[@]}")
mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sed '/^$/d')
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "System packages are missing. Please run: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    [ ${#needed[@]} -eq 0 ] || exit 1
    echo "Going on without them: what needs them is left out." >&2
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
install() { apt-get install --yes --no-install-recommends "${missing[@]}" </dev/null; }
# The lists of a new machine are empty, those of an old one may name versions that are gone.
apt-cache show "${missing[@]}" >/dev/null 2>&1 || apt-get update
install || { apt-get update && install; }
