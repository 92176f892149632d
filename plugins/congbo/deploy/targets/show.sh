# Makes a release of what has come into $incoming, lets the link lead to it, and removes what no kept release needs any more.
set -eu
umask 022
cd "$root"
exec 9>lock
flock -w 20 9 || exit 75
[ "$(ls releases | sort | tail -n 1)" = "$last" ] || exit 76
# What a run brought that was killed before its release was made: nothing leads there.
for one in records/*.pending; do
    [ -e "$one" ] || continue
    number=${one##*/}
    [ -L "releases/${number%.pending}" ] || while read -r lost; do rm -rf "objects/$lost"; done <"$one"
    rm -f "$one"
done
number=$(printf '%08d' "$(expr "${last:-0}" + 1)")

for one in $known; do [ -d "objects/$one" ] || exit 77; done
take_over || exit 77

ls "$incoming" | sort >"$incoming.new"
if [ -n "$anew" ]; then ls objects | sort | comm -23 - "$incoming.new" >"$incoming.gone"
else printf '%s\n' "$gone" | sed '/^$/d' >"$incoming.gone"; fi
ls objects | sort | comm -12 - "$incoming.new" | while read -r one; do rm -rf "$incoming/$one"; done
ls "$incoming" >"records/$number.pending"
find "$incoming" -mindepth 1 -maxdepth 1 -exec mv -t objects {} +
rm -rf "$incoming"
[ -f "objects/$top/manifest.json" ] || exit 77
sync -f objects 2>/dev/null || sync

mv "$incoming.new" "records/$number.new"
mv "$incoming.gone" "records/$number.gone"
ln -s "../objects/$top" "releases/$number"
ln -sfn "releases/$number" "$link.new"
mv -fT "$link.new" "$link"

# A folder goes with the release after which it was gone, unless a later one has it again.
while [ "$(ls releases | wc -l)" -gt "$kept" ]; do
    old=$(ls releases | sort | head -n 1)
    next=$(ls releases | sort | sed -n 2p)
    sort "records/$next.gone" >gone.tmp
    later=$(ls releases | sort | tail -n +3)
    for one in $later; do cat "records/$one.new"; done | sort -u >new.tmp
    comm -23 gone.tmp new.tmp | while read -r one; do rm -rf "objects/$one"; done
    rm -rf "releases/$old" "records/$old.new" "records/$old.gone" gone.tmp new.tmp
done
rm -rf incoming-* "records/$number.pending"
