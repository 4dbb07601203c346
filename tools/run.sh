#!/usr/bin/env bash
# Opens the sample county's book; without a screen writes its ranking as PDF and a picture of the window instead. tools/run.sh BIN
set -euo pipefail
tracker=$1/tracker
book=out/云山县.tracker

case $(uname -s) in
    Linux | *BSD) screen=${DISPLAY:-}${WAYLAND_DISPLAY:-} ;;
    *) screen=yes ;;
esac

if [ -z "$screen" ]; then
    echo "There is no screen here, so the sample county's book, its ranking and a picture of the window are written to out/:"
    "$tracker" demo out
else
    [ -e "$book" ] || "$tracker" demo out
    exec "$tracker" "$book"
fi
