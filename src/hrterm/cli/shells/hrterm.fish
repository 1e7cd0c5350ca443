# Completion of hrterm in fish. Made by: hrterm completion fish

# Ask the program what goes on from the word under the cursor, kind by kind.
function __hrterm_ask
    set -l suffix ''
    if test "$argv[1]" = '='
        set suffix '='
        set -e argv[1]
    end
    set -l tokens (commandline -opc)
    set -l typed (commandline -ct | string unescape; or commandline -ct | string trim -l -c '"\'')
    set typed (string replace -r -- '^--?[a-z-]+=' '' "$typed")
    for line in ($tokens[1] completion --words "$typed" $argv 2>/dev/null)
        set -l parts (string split \t -- $line)
        printf '%s%s\t%s\n' $parts[1] "$suffix" "$parts[2]"
    end
end

# The command and its tool that stand before the cursor, and how many words follow.
function __hrterm_place
    set -l tokens (commandline -opc)
    set -l command
    set -l count 0
    set -l skip no
    for token in $tokens[2..]
        if test $skip = yes
            set skip no
        else if contains -- $token @VALUED@
            set skip yes
        else if string match -q -- '-?*' $token
            continue
        else if test (count $command) -eq 0
            or contains -- "$command/$token" @TOOLS@
            set command (string join / $command $token)
        else
            set count (math $count + 1)
        end
    end
    printf '%s\n' "$command" $count
end

# Whether a command stands there; with a number, as many words after it ("+": or more).
function __hrterm_at
    set -l place (__hrterm_place)
    test "$place[1]" = "$argv[1]"; or return 1
    switch "$argv[2]"
        case ''
            return 0
        case '*+'
            test $place[2] -ge (string trim -r -c + $argv[2])
        case '*'
            test $place[2] -eq $argv[2]
    end
end

complete -c hrterm -f
@COMPLETIONS@
