# Makes .venv from a lock: sh tools/setup.sh LOCK STAMP (the Makefile does it, in the repository's root).
# Needs python3 with venv, and the network. A run that was interrupted or failed can simply be repeated.
set -eu
lock=$1 stamp=$2
needed_mb=3200 # .venv takes 2.9 GB, most of it TensorFlow
no_room="This disk has too little room: .venv needs $needed_mb MB in all. Make room, then give the same command again."

stop() {
  printf '\nSet-up stopped. %s\n' "$*" >&2
  exit 1
}

# Megabytes that this disk lacks for a complete .venv, beside what an earlier run has left.
short_mb() {
  have=$(du -sk .venv .uv-cache 2>/dev/null | awk '{ sum += $1 } END { print int(sum / 1024) }')
  df -Pk . | awk -v need=$((needed_mb - have)) 'NR == 2 { print int(need - $4 / 1024) }'
}
mount_point() { df -P "$1" | awk 'NR == 2 { print $6 }'; }
version() { out=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) && echo "$out" || echo unknown; }

failed() {
  [ "$(short_mb)" -le 0 ] || stop "$no_room"
  stop "Not everything could be installed; the lines above say why. If they speak of a connection, check the network
(behind a proxy, HTTPS_PROXY has to name it), then give the same command again: what is downloaded already is kept."
}

# A complete .venv that was made in this place, with the Python that is asked for, and still runs.
usable() {
  [ ! -e .venv/.unfinished ] && grep -qsF "$PWD/.venv" .venv/bin/activate || return 1
  .venv/bin/python -m pip --version >/dev/null 2>&1 || return 1
  [ -z "${PYTHON:-}" ] || [ "$(version "$PYTHON")" = "$(version .venv/bin/python)" ]
}

create() {
  python=${PYTHON:-python3}
  case $(version "$python") in
    3.11 | 3.12 | 3.13) ;;
    unknown) stop "There is no $python that runs. Install Python 3.11, 3.12 or 3.13, or name the one you have: make lab PYTHON=/path/to/python3.12" ;;
    *) stop "$python is Python $(version "$python"), and TensorFlow needs 3.11, 3.12 or 3.13. If you have one of these as well, name it: make lab PYTHON=python3.12" ;;
  esac
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "$python lacks the venv module. On Debian and Ubuntu: sudo apt install python3-venv. Then give the same command again."
  python=$("$python" -c 'import sys; print(sys._base_executable)') # not one inside the .venv that goes
  [ "$(short_mb)" -le 0 ] || stop "$no_room"
  rm -rf .venv
  echo "Setting up .venv with Python $(version "$python"): 3 GB, some minutes, only once."
  "$python" -m venv .venv || failed
}

[ "$(uname -sm)" != "Darwin x86_64" ] ||
  stop "TensorFlow is not made for Macs with an Intel processor any more. Use Binder (README.md), or Linux."
if usable; then [ ! -e "$stamp" ] || exit 0; else create; fi
rm -f .venv/.ready*
: >.venv/.unfinished

# Without byte code every import of TensorFlow takes three times as long, and some machines forbid Python to write it.
unset PYTHONDONTWRITEBYTECODE
sed -n '/^uv==/,/[^\\]$/p' requirements-dev.txt >.venv/uv.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt || failed

# uv keeps what it downloads, for the next clone. On this disk that costs nothing, as files are linked; on another one
# (a home folder with a quota) it would cost 3 GB there, so it is not kept.
cache=$(.venv/bin/uv cache dir)
mkdir -p "$cache" 2>/dev/null && [ "$(mount_point "$cache")" = "$(mount_point .)" ] || export UV_CACHE_DIR="$PWD/.uv-cache"
.venv/bin/uv pip install --python .venv/bin/python --require-hashes --compile-bytecode -r "$lock" || failed
.venv/bin/python tools/finish.py || failed
rm -rf .uv-cache .venv/uv.txt .venv/.unfinished
