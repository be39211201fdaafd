# Completion of paperconv's command line for fish.

function __paperconv_plugins # kind, a pattern
    paperconv plugin list 2>/dev/null | sed -n "s/^$argv[1]  *\([^ ]*\).*/\1/p"
end

function __paperconv_input
    __paperconv_plugins input
end

function __paperconv_filter
    __paperconv_plugins filter
end

function __paperconv_output
    __paperconv_plugins output
end

function __paperconv_files
    __fish_complete_path (commandline -ct)
end

function __paperconv_directories
    __fish_complete_directories (commandline -ct)
end

function __paperconv_anything
end

# KEY= of the plugin named last, or KEY=VALUE if its values are known.
function __paperconv_setting
    set -l plugin
    set -l previous
    for word in (commandline -opc)
        switch "$previous"
            case -i --input
                set plugin input/$word
            case -f --filter
                set plugin filter/$word
            case -o --output
                set plugin output/$word
        end
        set previous $word
    end
    set -l options (paperconv plugin show "$plugin" 2>/dev/null)
    for line in (string replace -rf '^  ([a-z0-9-]+=[^ ]*).*' '$1' -- $options)
        set -l parts (string split -m 1 = -- $line)
        set -l typed (commandline -ct)
        if test "$parts[2]" = '<file>'; and string match -q -- "$parts[1]=*" $typed
            set -l path (string replace -- "$parts[1]=" '' $typed)
            printf '%s\n' $parts[1]=(complete -C "paperconv-no-command $path" | string split -f 1 \t)
        else if string match -qr '^[a-z0-9|-]+$' -- $parts[2]
            printf '%s\n' $parts[1]=(string split '|' -- $parts[2])
        else
            echo $parts[1]=
        end
    end
end

function __paperconv_after # word
    contains -- $argv[1] (commandline -opc)
end

function __paperconv_command_wanted
    test (count (commandline -opc)) = 2; and __paperconv_after plugin
end

complete -c paperconv -n 'not __paperconv_after plugin' -F
complete -c paperconv -n 'not __paperconv_after plugin' -a plugin -d 'Plugin commands'
complete -c paperconv -n __paperconv_command_wanted -f -a 'list show check new'
complete -c paperconv -n '__paperconv_after show' -f -a "(__paperconv_plugins '[a-z]*')"
complete -c paperconv -n '__paperconv_after new' -f -a 'input filter output'
@OPTIONS@
