#!/bin/bash
# Checks what is needed to build (`run`) or also to test (`test`), and installs what is missing.
# As root on Debian it uses apt-get; otherwise it says what to install. It never installs Rust, and Node only in words.
set -euo pipefail

mode=${1:-run}
case $mode in
  run | test) ;;
  *) echo "usage: scripts/bootstrap.sh [run|test]" >&2; exit 2 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What sass asks for; see "engines" in assets/package.json.
node_needed="20.19"

has() { command -v "$1" >/dev/null 2>&1; }

# Debian keeps the server's programs outside PATH, a folder for each version.
has_postgresql() {
  has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

has_chromium() {
  has chromium || has chromium-browser || has google-chrome
}

node_is_new_enough() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    const [x, y] = process.argv[1].split(".").map(Number);
    process.exit(a > x || (a === x && b >= y) ? 0 : 1)' "$node_needed"
}

# Prints one Debian package a line.
missing_packages() {
  # SQLite and the cryptography are compiled from source and need a C compiler; on 64-bit Linux neither needs cmake.
  { has cc && has ar; } || echo build-essential
  if [ "$mode" = test ]; then
    # A browser without any font measures nothing, so one comes with it.
    has_chromium || printf '%s\n' chromium fonts-liberation
    has_postgresql || echo postgresql
  fi
}

# These are not taken from Debian 12, whose versions are too old.
check_toolchains() {
  local fail=0
  if ! has cargo; then
    echo "Rust is missing: install it from https://rustup.rs" >&2
    fail=1
  fi
  if ! has node || ! has npm; then
    echo "Node is missing: install Node $node_needed or newer, with npm" >&2
    fail=1
  elif ! node_is_new_enough; then
    echo "Node $(node --version) is too old: install $node_needed or newer" >&2
    fail=1
  fi
  return $fail
}

install_packages() {
  local packages
  packages=$(missing_packages)
  [ -n "$packages" ] || return 0
  # shellcheck disable=SC2086 # One word for each package is what is wanted.
  set -- $packages
  if [ "$(id -u)" = 0 ] && has apt-get; then
    echo "installing: $*"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
  else
    echo "these Debian packages are missing: $*" >&2
    echo "as root: apt-get install --no-install-recommends $*" >&2
    return 1
  fi
}

# Installed once for each content of the lock file: a copy of it beside the packages says for which.
install_node_packages() {
  local folder=$1
  local stamp=$folder/node_modules/.installed-lock.json
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
  cp "$folder/package-lock.json" "$stamp"
}

# Both are tried, so that one run names everything that is missing.
ready=yes
check_toolchains || ready=no
install_packages || ready=no
[ $ready = yes ] || exit 1

install_node_packages assets
if [ "$mode" = test ] && [ -f tests/e2e/package-lock.json ]; then
  install_node_packages tests/e2e
fi
if [ "$mode" = test ] && [ -f tests/corpus/package-lock.json ]; then
  install_node_packages tests/corpus
fi
