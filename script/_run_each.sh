# Sourced by script/bench and script/soak: runs one or all programs of FOLDER, and fails if one of them does.

names() { find "$FOLDER" -maxdepth 1 -name '[a-z]*.py' ! -name conftest.py -exec basename {} .py \; 2>/dev/null | sort; }

if [ $# -gt 0 ]; then
    [ -f "$FOLDER/$1.py" ] || { say "There is no $FOLDER/$1.py. There are: $(names | xargs)"; exit 2; }
fi
script/bootstrap

if [ $# -gt 0 ]; then
    name=$1
    shift
    exec "$VENV/bin/python" "$FOLDER/$name.py" "$@"
fi

status=0
for name in $(names); do
    say "== $name"
    "$VENV/bin/python" "$FOLDER/$name.py" || status=1
done
exit $status
