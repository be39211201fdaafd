#compdef paperconv
# Completion of paperconv's command line for zsh.

_paperconv_plugins() { # kind, a pattern
    local -a names
    names=(${(f)"$(paperconv plugin list 2>/dev/null | sed -n "s/^$1  *\([^ ]*\).*/\1/p")"})
    compadd -- $names
}

_paperconv_input() { _paperconv_plugins input }
_paperconv_filter() { _paperconv_plugins filter }
_paperconv_output() { _paperconv_plugins output }
_paperconv_files() { _files }
_paperconv_directories() { _files -/ }
_paperconv_anything() { }

# KEY= of the plugin named last before the cursor, or its values after KEY=.
_paperconv_setting() {
    local plugin key=${PREFIX%%=*} i
    for ((i = 1; i < CURRENT - 1; i++)); do
        case $words[i] in
        -i | --input) plugin=input/$words[i+1] ;;
        -f | --filter) plugin=filter/$words[i+1] ;;
        -o | --output) plugin=output/$words[i+1] ;;
        esac
    done
    if [[ $PREFIX == *=* ]]; then
        compset -P '*='
        if paperconv plugin show "$plugin" 2>/dev/null | grep -q "^  $key=<file> "; then
            _files
            return
        fi
        compadd -- ${(f)"$(paperconv plugin show "$plugin" 2>/dev/null |
            sed -n "s/^  $key=\([a-z0-9|-]*\) .*/\1/p" | tr '|' '\n')"}
    else
        compadd -S '' -- ${(f)"$(paperconv plugin show "$plugin" 2>/dev/null |
            sed -n 's/^  \([a-z0-9-]*=\).*/\1/p')"}
    fi
}

_paperconv_operand() {
    case $words[CURRENT-1] in
    plugin) compadd list show check new ;;
    show) _paperconv_plugins '[a-z]*' ;;
    new) compadd input filter output ;;
    *)
        _files
        (( CURRENT > 2 )) || compadd plugin
        ;;
    esac
}

_paperconv() {
    _arguments -s -S \
@OPTIONS@
        '*:file:_paperconv_operand'
}

_paperconv "$@"
