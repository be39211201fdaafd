# Completion of paperconv's command line for bash.

_paperconv_plugins() { # kind, as a pattern
    paperconv plugin list 2>/dev/null | sed -n "s/^$1  *\([^ ]*\).*/\1/p"
}

# The plugin named last before the cursor, as kind/name.
_paperconv_plugin() { # the words before the cursor
    local plugin='' previous=''
    for word; do
        case $previous in
        -i | --input) plugin=input/$word ;;
        -f | --filter) plugin=filter/$word ;;
        -o | --output) plugin=output/$word ;;
        esac
        previous=$word
    done
    echo "$plugin"
}

# KEY= of a plugin, or its values KEY=VALUE.
_paperconv_settings() { # plugin, the word typed so far
    local key=${2%%=*}
    if [[ $2 == *=* ]] && paperconv plugin show "$1" 2>/dev/null | grep -q "^  $key=<file> "; then
        compgen -f -P "$key=" -- "${2#*=}"
    elif [[ $2 == *=* ]]; then
        paperconv plugin show "$1" 2>/dev/null |
            sed -n "s/^  $key=\([a-z0-9|-]*\) .*/\1/p" | tr '|' '\n' | sed "s/^/$key=/"
    else
        paperconv plugin show "$1" 2>/dev/null | sed -n 's/^  \([a-z0-9-]*=\).*/\1/p'
    fi
}

_paperconv() {
    # Lines of --name:kind of argument:words
    local options=(
@OPTIONS@
    )
    # Words as the program sees them; bash would end a word at =.
    local typed line=${COMP_LINE:0:COMP_POINT} option rest names='' kind='' words=''
    typed=${line##* }
    read -ra line <<<"${line% *}"
    local previous=${line[-1]}

    local letter=''
    for option in "${options[@]}"; do
        case $option in
        -?) letter=$option && continue ;;
        esac
        rest=${option#*:}
        names+=" ${option%%:*}"
        if [[ $option == *:* && ($previous == "${option%%:*}" || $previous == "$letter") ]]; then
            kind=${rest%%:*} words=${rest#*:}
        fi
        letter=''
    done

    case $kind in
    input | filter | output) words=$(_paperconv_plugins "$kind") ;;
    setting) words=$(_paperconv_settings "$(_paperconv_plugin "${line[@]}")" "$typed") ;;
    directories) mapfile -t COMPREPLY < <(compgen -d -- "$typed") && return ;;
    words) ;;
    '')
        case $previous/$typed in
        */-*) words=$names ;;
        plugin/*) words='list show check new' ;;
        show/*) words=$(_paperconv_plugins '[a-z]*') ;;
        new/*) words='input filter output' ;;
        *) kind=files ;;
        esac
        ;;
    esac
    case $kind in
    files) mapfile -t COMPREPLY < <(compgen -f -- "$typed") && return ;;
    anything) COMPREPLY=() && return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$typed")
    [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null
    if [[ $typed == *=* ]]; then # bash replaces only the part after the =
        COMPREPLY=("${COMPREPLY[@]#"${typed%%=*}="}")
    fi
}
complete -F _paperconv paperconv
