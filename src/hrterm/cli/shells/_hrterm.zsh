#compdef hrterm
# Completion of hrterm in zsh. Made by: hrterm completion zsh

# Offer what the program knows that goes on from what was typed, kind by kind.
_hrterm_ask() {
    local -a suffix offered shown
    local word what
    [[ $1 == = ]] && suffix=(-S =) && shift
    while IFS=$'\t' read -r word what; do
        offered+=("$word")
        shown+=("$word${what:+  -- $what}")
    done < <("$program" completion --words "${(Q)PREFIX}" "$@" 2>/dev/null)
    (($#offered)) && compadd -l "${suffix[@]}" -d shown -a offered
}


@FUNCTIONS@

_hrterm() {
    local program=${(Q)words[1]/#\~/$HOME}
    _hrterm_
}

if [[ $funcstack[1] == _hrterm ]]; then
    _hrterm "$@"
else
    compdef _hrterm hrterm
fi
