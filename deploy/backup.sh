#!/usr/bin/env bash
# Sao lưu cơ sở dữ liệu của bot, các khóa và tài liệu của cơ quan; bot không phải dừng.
#   deploy/backup.sh /thu-muc/sao-luu [/thu-muc/tai-lieu]
set -euo pipefail
umask 077
target=${1:?cần thư mục để đặt bản sao lưu}
documents=${2:-/srv/ntm/documents}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Bản sao nhất quán, kể cả khi bot đang ghi; chép tệp .db trần thì không.
"$root/.venv/bin/python" - "$root/var/telegram.db" "$work/telegram.db" <<'PYTHON'
import sqlite3
import sys

with sqlite3.connect(sys.argv[1]) as source, sqlite3.connect(sys.argv[2]) as target:
    source.backup(target)
PYTHON
cp -a "$root/var/secrets" "$work/secrets"
if [ -d "$documents" ]; then cp -a "$documents" "$work/documents"; fi
mkdir -p "$target"
file="$target/ntm-$(date +%Y%m%d-%H%M%S).tar.gz"
tar -C "$work" -czf "$file" .
# Giữ 14 bản gần nhất.
find "$target" -maxdepth 1 -name 'ntm-*.tar.gz' | sort -r | tail -n +15 | xargs -r rm --
echo "Đã sao lưu vào $file"
