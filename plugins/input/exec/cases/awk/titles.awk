match($0, /"title":"([^"\\]|\\.)*"/) {
    print NR ". " substr($0, RSTART + 9, RLENGTH - 10)
}
