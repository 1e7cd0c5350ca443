# Completion of hrterm in bash. Made by: hrterm completion bash

# What a command (or a tool of one: config/set) takes. A place or value is told by its
# form (file, folder, fixed, asked) and then the words, or the kinds to ask for.
_hrterm_takes() {
    tools='' options='' valued='' places=() repeated=''
    case $1 in
@COMMANDS@
    esac
}

# What the value of an option is, by command and option.
_hrterm_value() {
    value=''
    case $1 in
@VALUES@
    esac
}

# Offer a word as it would be typed: behind a quote, or with backslashes.
_hrterm_offer() {
    local word=$1
    case $quote in
        \") word=${word//\\/\\\\} word=${word//\"/\\\"} word=${word//\$/\\\$} ;;
        \') word=${word//\'/\'\\\'\'} ;;
        *) printf -v word '%q' "$word" ;;
    esac
    COMPREPLY+=("$word$suffix")
}

# Fill COMPREPLY: what was typed, then a form and its words.
_hrterm_fill() {
    local typed=$1 form=$2 quote='' suffix='' word
    shift 2
    case $typed in
        [\"\']*) quote=${typed:0:1} typed=${typed:1} ;;
        *) typed=${typed//\\/} ;;
    esac
    case $form in
        file | folder)
            compopt -o filenames 2>/dev/null # bash 3, on a Mac, has no compopt
            while IFS= read -r word; do
                COMPREPLY+=("$word")
            done < <(compgen "$([[ $form == file ]] && echo -f || echo -d)" -- "$typed")
            return
            ;;
        asked=)
            suffix='='
            compopt -o nospace 2>/dev/null
            ;;
    esac
    if [[ $form == fixed ]]; then
        for word; do
            [[ $word == "$typed"* ]] && _hrterm_offer "$word"
        done
    else
        while IFS=$'\t' read -r word _; do
            _hrterm_offer "$word"
        done < <("$program" completion --words "$typed" "$@" 2>/dev/null)
    fi
}

_hrterm() {
    local program=${COMP_WORDS[0]/#\~/$HOME} typed=${COMP_WORDS[COMP_CWORD]}
    local command='' pending='' count=0 position word before=''
    local tools options valued repeated value places=()
    COMPREPLY=()
    _hrterm_takes "$command"
    for ((position = 1; position < COMP_CWORD; position++)); do
        word=${COMP_WORDS[position]}
        # bash cuts words at "=": "--in=CA" are three words, and so is "keta=3h".
        if [[ $word == '=' || ($before == '=' && -z $pending) ]]; then
            before=$word
            continue
        fi
        before=$word
        if [[ -n $pending ]]; then
            pending=''
        elif [[ " $valued " == *" $word "* ]]; then
            pending=$word
        elif [[ $word == -?* ]]; then
            continue
        elif [[ " $tools " == *" $word "* ]]; then
            command=${command:+$command/}$word
            _hrterm_takes "$command"
        else
            ((count++))
        fi
    done
    if [[ $typed == '=' || $before == '=' ]]; then
        [[ -n $pending ]] || return 0
        typed=${typed#=}
    fi
    if [[ -n $pending ]]; then
        _hrterm_value "$command:$pending"
        [[ -z $value ]] || _hrterm_fill "$typed" $value
    elif [[ $typed == -* ]]; then
        _hrterm_fill "$typed" fixed $options $valued
    elif [[ -n $tools ]]; then
        _hrterm_fill "$typed" fixed $tools
    elif ((${#places[@]})); then
        [[ -n $repeated && $count -ge ${#places[@]} ]] && count=$((${#places[@]} - 1))
        [[ -z ${places[count]-} ]] || _hrterm_fill "$typed" ${places[count]}
    fi
    return 0
}

complete -F _hrterm hrterm
