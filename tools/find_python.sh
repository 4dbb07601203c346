#!/bin/sh
# Prints the path of a Python 3.11 to 3.13 that can make a virtual environment; exits 1 where there is none.
# One with a shared library is preferred, because the bundle needs it. $PYTHON, if set, is asked first.
set -u

usable='
import sys, sysconfig, ensurepip, venv
fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
print(sys.executable)
shared = not sys.platform.startswith("linux") or sysconfig.get_config_var("Py_ENABLE_SHARED")
sys.exit(0 if fits and shared else 2 if fits else 1)
'

second=
for name in "${PYTHON:-}" python3.11 python3.12 python3.13 python3 python /usr/bin/python3; do
    # A name is not enough: a version manager leaves commands that only say that the version is not there.
    [ -n "$name" ] || continue
    path=$("$name" -c "$usable" 2>/dev/null)
    case $? in
        0) echo "$path"; exit 0 ;;
        2) second=${second:-$path} ;;
    esac
done
[ -n "$second" ] && echo "$second"
